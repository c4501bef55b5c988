import { describe, expect, it } from 'vitest';
import { itemAnalysis } from '../../../src/domain/coverage/item-analysis.ts';
import { lessonReport } from '../../../src/domain/coverage/lesson-report.ts';
import { median, timeSpent } from '../../../src/domain/coverage/lesson-report-rules.ts';
import { rebuild } from '../../../src/domain/learning/rebuild.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const AT = '2026-03-02T01:00:00Z';
const NOW = new Date('2026-03-02T09:00:00Z');

describe('who learned from a lesson, and how its questions work', () => {
  const db = withDatabase();

  async function seeded() {
    const township = await seedTownship(db());
    await seedCourse(db(), township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 1 } }] });
    const farmers: { learnerId: string; number: string }[] = [];
    for (const [name, village] of [
      ['甲', 0],
      ['乙', 0],
      ['丙', 1],
    ] as const)
      farmers.push(await addFarmer(db(), township, { name, village: township.villageIds[village] }));
    const send = async (records: TestRecord[]) => {
      const batch = { now: NOW.toISOString(), records };
      expect(await receiveRecords(db(), township.kiosk, batch, NOW, township.secrets)).toMatchObject({ ok: true, rejected: [] });
    };
    const sitting = (index: number) => sittingOf(township, farmers[index]?.learnerId ?? '', AT);
    return { township, farmers, send, sitting };
  }

  it('counts people: started, finished, understood, by village; where the others stopped; the time of those who finished', async () => {
    const { township, send, sitting } = await seeded();
    await send(sitting(0).study('drench').records);
    await send(sitting(1).study('drench', ['b', 'b', 'b', 'b']).records);
    await send(sitting(2).open('drench').step('drench', 2).records);
    const report = await lessonReport(db(), township.trainer, 'drench');
    expect(report).toMatchObject({ started: 3, finished: 2, understood: 1, version: 1 });
    expect(report?.places.map(({ name, started, finished, understood }) => [name.en, started, finished, understood])).toEqual([
      ['Qingshan', 2, 2, 1],
      ['Xinmin', 1, 0, 0],
    ]);
    // Six records, twenty seconds apart.
    expect(report?.minutes).toBeCloseTo(100 / 60);
  });

  it('keeps the last face of each person, and a face moves nobody’s standing', async () => {
    const { township, send, sitting } = await seeded();
    const first = sitting(0).study('drench');
    await send(first.records);
    const before = await db().selectFrom('standing_row').selectAll().execute();
    const states = await db().selectFrom('lesson_state').selectAll().execute();
    await send(first.rate('drench', 'poor').rate('drench', 'good').records);
    await send(sitting(1).open('drench').rate('drench', 'fair').records);
    expect((await lessonReport(db(), township.trainer, 'drench'))?.ratings).toEqual({ good: 1, fair: 1, poor: 0 });
    await rebuild(db(), township.townshipId);
    const own = <T extends { learner_id: string }>(rows: T[]) => rows.filter((row) => row.learner_id === before[0]?.learner_id);
    expect(own(await db().selectFrom('standing_row').selectAll().execute())).toEqual(before);
    expect(own(await db().selectFrom('lesson_state').selectAll().execute())).toEqual(states);
  });

  it('a face there is not is refused, and the rest of the batch is taken', async () => {
    const { township, sitting } = await seeded();
    const records = sitting(0).open('drench').rate('drench', 'splendid').records;
    const verdict = await receiveRecords(db(), township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
    expect(verdict).toMatchObject({ ok: true, rejected: [{ id: records[2]?.id, reason: 'not-a-record' }] });
  });

  it('analyses first tries of people on the roster, alone and unhelped', async () => {
    const { township, farmers, send, sitting } = await seeded();
    await send(sitting(0).open('drench').answer('drench', 'q1', 'b').answer('drench', 'q1', 'a').records);
    await send(sitting(1).open('drench').answer('drench', 'q1', 'a', { helped: true }).answer('drench', 'q2', 'a').records);
    await send(sitting(2).open('drench').answer('drench', 'q1', 'a').records);
    const figures = async () => (await itemAnalysis(db(), township.trainer, 'drench', 1))?.items.map(({ n, right }) => `${right}/${n}`);
    expect(await figures()).toEqual(['1/2', '1/1', '0/0', '0/0']);
    await removeLearner(db(), township.administrator, farmers[2]?.learnerId ?? '', NOW);
    expect(await figures()).toEqual(['0/1', '1/1', '0/0', '0/0']);
  });

  it('leaves out an answer that was taken back', async () => {
    const { township, send, sitting } = await seeded();
    const records = sitting(0).open('drench').answer('drench', 'q1', 'b');
    await send(records.void(records.records[2]?.id ?? '').records);
    expect((await itemAnalysis(db(), township.trainer, 'drench', 1))?.items[0]).toMatchObject({ n: 0 });
  });

  it('knows no lesson and no version that never was, and is not for everybody', async () => {
    const { township } = await seeded();
    expect(await lessonReport(db(), township.trainer, 'never')).toBeNull();
    expect(await itemAnalysis(db(), township.trainer, 'drench', 2)).toBeNull();
    await expect(lessonReport(db(), township.kiosk, 'drench')).rejects.toThrow(PermissionDenied);
    await expect(itemAnalysis(db(), township.kiosk, 'drench', 1)).rejects.toThrow(PermissionDenied);
  });

  it('takes a long silence for an absence, and the middle of two for the median', () => {
    expect(timeSpent([0, 60_000, 3_600_000])).toBe(6 * 60_000);
    expect(timeSpent([60_000, 0])).toBe(0);
    expect([median([]), median([3]), median([1, 3, 2]), median([4, 1, 3, 2])]).toEqual([null, 3, 2, 2.5]);
  });
});
