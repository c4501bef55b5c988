import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import { coverageReport } from '../../../src/domain/coverage/coverage-report.ts';
import { coverageCsv, farmersCsv } from '../../../src/domain/coverage/csv.ts';
import { farmerRows } from '../../../src/domain/coverage/farmer-rows.ts';
import { villagePage } from '../../../src/domain/coverage/village-page.ts';
import { enrol } from '../../../src/domain/learning/enrol.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { rungDay } from '../../../src/domain/learning/rungs.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');
const AS_OF = { rung: 'completed', asOf: '2026-06-01' } as const;

describe('coverage', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    return { db, township, standing: standingIn(db, township) };
  }
  function standingIn(db: Database, { townshipId }: SeededTownship) {
    return (learner_id: string, topic: Topic, dates: { reached: Day; completed?: Day; base_id?: string }) =>
      sql`insert into standing_row (township_id, learner_id, base_id, ${sql.ref(rungDay(topic, 'reached'))}, ${sql.ref(rungDay(topic, 'completed'))})
        values (${townshipId}, ${learner_id}, ${dates.base_id ?? ''}, ${dates.reached}, ${dates.completed ?? null})
        on conflict (township_id, base_id, learner_id) do update set
          (${sql.ref(rungDay(topic, 'reached'))}, ${sql.ref(rungDay(topic, 'completed'))})
          = (excluded.${sql.ref(rungDay(topic, 'reached'))}, excluded.${sql.ref(rungDay(topic, 'completed'))})`.execute(db);
  }

  it('counts distinct eligible residents by village and rung as of a day, with the denominator', async () => {
    const { db, township, standing } = await prepare();
    const [one, two] = [await addFarmer(db, township), await addFarmer(db, township)];
    await addFarmer(db, township, { village: township.villageIds[1] });
    await addFarmer(db, township, { birthYear: 2015 });
    await standing(one.learnerId, 'science', { reached: '2026-03-01', completed: '2026-04-01' });
    await standing(two.learnerId, 'science', { reached: '2026-05-01' });
    const report = await coverageReport(db, township.administrator, AS_OF, NOW);
    expect(report.villages).toMatchObject([
      { nameEn: 'Qingshan', eligible: 2, cells: { science: { reached: 2, completed: 1, mastered: 0, retained: null, adopted: null } } },
      { nameEn: 'Xinmin', eligible: 1, cells: { science: { reached: null, completed: null } } },
    ]);
    expect(report.totals).toMatchObject({ eligible: 3, cells: { science: { reached: 2, completed: 1 }, law: { reached: null } } });
    expect(report.freshness).toMatchObject([{ baseId: 'mutouyingzi', lastHeardAt: null }]);
    const march = await coverageReport(db, township.administrator, { ...AS_OF, asOf: '2026-03-31' }, NOW);
    expect(march.villages[0]?.cells.science).toMatchObject({ reached: 1, completed: 0 });
    const may = await coverageReport(db, township.administrator, { ...AS_OF, from: '2026-05-01' }, NOW);
    expect(may.villages[0]?.cells.science).toMatchObject({ reached: 1, completed: 0 });
  });

  it('counts a farmer who moved in the village of the cut-off day', async () => {
    const { db, township, standing } = await prepare();
    const { learnerId } = await addFarmer(db, township);
    await standing(learnerId, 'law', { reached: '2026-02-01' });
    await db.updateTable('residence').set({ until: '2026-05-01' }).execute();
    await db
      .insertInto('residence')
      .values({
        township_id: township.townshipId,
        learner_id: learnerId,
        village_id: township.villageIds[1],
        since: '2026-05-01',
        until: null,
      })
      .execute();
    const at = async (asOf: Day) =>
      (await coverageReport(db, township.administrator, { ...AS_OF, asOf }, NOW)).villages.map((village) => [
        village.eligible,
        village.cells.law.reached,
      ]);
    expect(await at('2026-04-30')).toEqual([
      [1, 1],
      [0, null],
    ]);
    expect(await at('2026-05-01')).toEqual([
      [0, null],
      [1, 1],
    ]);
  });

  it('shows the away apart, leaves the removed out from the day they left, and filters by base and group', async () => {
    const { db, township, standing } = await prepare();
    const { townshipId } = township;
    const [here, away, gone] = [await addFarmer(db, township), await addFarmer(db, township), await addFarmer(db, township)];
    await db.updateTable('learner').set({ is_away: true }).where('id', '=', away.learnerId).execute();
    await db
      .updateTable('learner')
      .set({ removed_at: new Date('2026-05-10T00:00:00Z') })
      .where('id', '=', gone.learnerId)
      .execute();
    for (const { learnerId } of [here, away, gone]) await standing(learnerId, 'law', { reached: '2026-02-01' });
    await standing(here.learnerId, 'law', { reached: '2026-02-01', base_id: 'mutouyingzi' });
    const first = async (more: object) => (await coverageReport(db, township.administrator, { ...AS_OF, ...more }, NOW)).villages[0];
    expect(await first({})).toMatchObject({ eligible: 1, away: 1, cells: { law: { reached: 1 } } });
    expect(await first({ asOf: '2026-05-09' })).toMatchObject({ eligible: 2, away: 1, cells: { law: { reached: 2 } } });
    expect(await first({ baseId: 'mutouyingzi' })).toMatchObject({ eligible: 1, cells: { law: { reached: 1 } } });
    expect(await first({ baseId: 'qingshan' })).toMatchObject({ eligible: 1, cells: { law: { reached: null } } });
    const groupId = randomUUID();
    await db
      .insertInto('learner_group')
      .values({ township_id: townshipId, id: groupId, name_zh: '养羊小组', name_en: 'Sheep group', created_at: NOW, base_id: null })
      .execute();
    expect(await first({ groupId })).toMatchObject({ eligible: 0 });
    await db
      .insertInto('group_membership')
      .values({ township_id: townshipId, group_id: groupId, learner_id: here.learnerId, since: '2026-01-01', until: null })
      .execute();
    expect(await first({ groupId })).toMatchObject({ eligible: 1, away: 0, cells: { law: { reached: 1 } } });
  });

  it('reads zero, not "nobody", where someone is enrolled and has not begun', async () => {
    const { db, township } = await prepare();
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 0.8, law: 0.1 } }] });
    const { learnerId } = await addFarmer(db, township);
    await enrol(db, township.administrator, { learnerIds: [learnerId], courseId: 'sheep', by: 'staff' }, NOW);
    const report = await coverageReport(db, township.administrator, AS_OF, NOW);
    expect(report.villages[0]?.cells.science).toEqual({ reached: 0, completed: 0, mastered: 0, retained: null, adopted: null });
    expect(report.villages[0]?.cells.law.reached).toBeNull();
  });

  it('shows a village its farmers and what each still lacks', async () => {
    const { db, township } = await prepare();
    const lessons = ['drench', 'shed'].map((id) => ({ id, topics: { science: 0.8 } }));
    await seedCourse(db, township, { id: 'sheep', lessons });
    const { learnerId } = await addFarmer(db, township);
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    await receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
    const page = await villagePage(db, township.administrator, township.villageIds[0], { asOf: '2026-06-01' });
    expect(page?.farmers).toMatchObject([{ learnerId, lacks: [{ topic: 'science', done: 1, of: 2, lessons: [{ lessonId: 'shed' }] }] }]);
    expect(await villagePage(db, township.administrator, 'nonsense', { asOf: '2026-06-01' })).toBeNull();
  });

  it('is for staff: a trainer may not read it', async () => {
    const { db, township } = await prepare();
    await expect(coverageReport(db, township.trainer, AS_OF, NOW)).rejects.toThrow(PermissionDenied);
    await expect(farmerRows(db, township.trainer, AS_OF)).rejects.toThrow(PermissionDenied);
  });

  it('writes CSV a spreadsheet reads as text: with a byte order mark, quoted, no formula', async () => {
    const { db, township, standing } = await prepare();
    const { learnerId } = await addFarmer(db, township, { name: '=HYPERLINK("http://x","y")' });
    await addFarmer(db, township, { name: '@王,"秀"兰' });
    await standing(learnerId, 'law', { reached: '2026-02-01', completed: '2026-02-02' });
    const csv = farmersCsv(await farmerRows(db, township.administrator, AS_OF));
    expect(csv.startsWith('\uFEFF村,编号,')).toBe(true);
    expect(csv).toContain(`,"'=HYPERLINK(""http://x"",""y"")",`);
    expect(csv).toContain(`,"'@王,""秀""兰",`);
    expect(csv).toMatch(/未开始,已学,未开始\r\n/);
    const report = coverageCsv(await coverageReport(db, township.administrator, AS_OF, NOW));
    expect(report).toContain('青山村,法律,已学,1,2,50.0,0\r\n');
    expect(report).toContain('青山村,法律,用上了,还没有记录,2,,0\r\n');
  });
});
