import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { addNewcomer } from '../../../src/domain/learning/newcomers/add-newcomer.ts';
import { eraseUnmatchedNewcomers } from '../../../src/domain/learning/newcomers/erase-unmatched-newcomers.ts';
import { listNewcomers, newcomersWaiting } from '../../../src/domain/learning/newcomers/list-newcomers.ts';
import { matchNewcomer } from '../../../src/domain/learning/newcomers/match-newcomer.ts';
import { mayBeUnder14, suggest } from '../../../src/domain/learning/newcomers/newcomer-rules.ts';
import { unmatchNewcomer } from '../../../src/domain/learning/newcomers/unmatch-newcomer.ts';
import { rebuild } from '../../../src/domain/learning/rebuild.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe('somebody new at the kiosk', () => {
  const database = withDatabase();

  it('is found on the roster, and every record is the farmer’s, exactly as if they had signed in', async () => {
    const { db, township, farmer, sittingId, records } = await arrived(database());
    const twin = await addFarmer(db, township);
    await send(db, township, sittingOf(township, twin.learnerId, '2026-05-01T01:00:00Z').study('drench').records);
    expect(await matchNewcomer(db, township.administrator, { sittingId, number: farmer.number }, NOW)).toMatchObject({ ok: true });
    const of = (learnerId: string) => standing(db, learnerId);
    expect(await of(farmer.learnerId)).toEqual(await of(twin.learnerId));
    expect(await of(farmer.learnerId)).toMatchObject([{ mastered_on: '2026-05-01' }]);
    expect(await enrolled(db, farmer.learnerId)).toEqual(await enrolled(db, twin.learnerId));
    const before = await of(farmer.learnerId);
    await rebuild(db, township.townshipId);
    expect(await of(farmer.learnerId)).toEqual(before);
    // What comes again changes nothing; what comes late is theirs too.
    expect(await send(db, township, records)).toMatchObject({ duplicate: records.map(({ id }) => id), accepted: [] });
    expect((await listNewcomers(db, township.administrator, NOW)).waiting).toEqual([]);
    expect(await deeds(db)).toEqual(['newcomer-matched']);
  });

  it('cannot be matched twice, with nobody, by a trainer, or in another township', async () => {
    const { db, township, farmer, sittingId } = await arrived(database());
    const match = (number: string, actor = township.administrator) => matchNewcomer(db, actor, { sittingId, number }, NOW);
    expect(await match('000000')).toEqual({ ok: false, reason: 'no-such-learner' });
    expect(await match(farmer.number, { ...township.administrator, townshipId: randomUUID() })).toEqual({
      ok: false,
      reason: 'no-such-newcomer',
    });
    await expect(match(farmer.number, township.trainer)).rejects.toThrow('may not roster:write');
    expect(await match(farmer.number)).toMatchObject({ ok: true });
    expect(await match(farmer.number)).toEqual({ ok: false, reason: 'already-matched' });
  });

  it('is added to the roster with a number, living there since the day they came', async () => {
    const { db, township, sittingId } = await arrived(database());
    const particulars = { name: '赵春梅', villageId: township.villageIds[0], birthYear: 1988 };
    const added = await addNewcomer(db, township.administrator, { sittingId, ...particulars }, NOW);
    if (!added.ok) throw new Error(added.reason);
    expect(added.number).toMatch(/^\d{6}$/);
    expect(await standing(db, added.learnerId)).toMatchObject([{ mastered_on: '2026-05-01' }]);
    const lives = await db.selectFrom('residence').select(['since', 'village_id']).where('learner_id', '=', added.learnerId).execute();
    expect(lives).toEqual([{ since: '2026-05-01', village_id: township.villageIds[0] }]);
    expect((await listNewcomers(db, township.administrator, NOW)).matched).toMatchObject([{ wasAdded: true, learner: { name: '赵春梅' } }]);
    expect(await deeds(db)).toEqual(['newcomer-added']);
  });

  it('is not added without a name, nor half: a refusal leaves them waiting', async () => {
    const { db, township, sittingId } = await arrived(database());
    const particulars = { name: ' ', villageId: township.villageIds[0], birthYear: 1988 };
    expect(await addNewcomer(db, township.administrator, { sittingId, ...particulars }, NOW)).toEqual({
      ok: false,
      reason: 'name-missing',
    });
    const nowhere = { ...particulars, name: '赵春梅', villageId: randomUUID() };
    expect(await addNewcomer(db, township.administrator, { sittingId, ...nowhere }, NOW)).toEqual({ ok: false, reason: 'village-unknown' });
    expect((await listNewcomers(db, township.administrator, NOW)).waiting).toHaveLength(1);
    expect(await db.selectFrom('learner').select('name').execute()).toHaveLength(1);
  });

  it('matched with the wrong farmer is taken back: that farmer stands as before, and the right one gets it all', async () => {
    const { db, township, farmer, sittingId } = await arrived(database());
    await send(
      db,
      township,
      sittingOf(township, farmer.learnerId, '2026-05-20T01:00:00Z').open('drench').answer('drench', 'q1', 'b').records,
    );
    const before = [await standing(db, farmer.learnerId), await states(db, farmer.learnerId), await enrolled(db, farmer.learnerId)];
    await matchNewcomer(db, township.administrator, { sittingId, number: farmer.number }, NOW);
    expect(await standing(db, farmer.learnerId)).not.toEqual(before[0]);
    expect(await unmatchNewcomer(db, township.administrator, { sittingId }, NOW)).toEqual({ ok: true });
    expect([await standing(db, farmer.learnerId), await states(db, farmer.learnerId), await enrolled(db, farmer.learnerId)]).toEqual(
      before,
    );
    expect(await unmatchNewcomer(db, township.administrator, { sittingId }, NOW)).toEqual({ ok: false, reason: 'not-matched' });
    const right = await addFarmer(db, township);
    expect(await matchNewcomer(db, township.administrator, { sittingId, number: right.number }, NOW)).toMatchObject({ ok: true });
    expect(await standing(db, right.learnerId)).toMatchObject([{ mastered_on: '2026-05-01' }]);
    expect(await deeds(db)).toEqual(['newcomer-matched', 'newcomer-unmatched', 'newcomer-matched']);
  });

  it('shows the township how long is left, and reminds it in the last two weeks', async () => {
    const { db, township } = await arrived(database());
    const { administrator } = township;
    expect((await listNewcomers(db, administrator, NOW)).waiting).toMatchObject([{ daysLeft: 90, lessons: ['drench'], answers: 4 }]);
    expect(await newcomersWaiting(db, administrator, later(75))).toEqual({ count: 1, remindDays: null });
    expect(await newcomersWaiting(db, administrator, later(76))).toEqual({ count: 1, remindDays: 14 });
    expect(await newcomersWaiting(db, administrator, later(89.5))).toEqual({ count: 1, remindDays: 1 });
  });

  it('is erased after 90 days and no sooner: no name in any table, and a kiosk that sends it again brings none back', async () => {
    const { db, township, farmer, sittingId, records } = await arrived(database());
    expect(await eraseUnmatchedNewcomers(db, later(89.9))).toEqual({ erased: 0, settled: 0 });
    expect(await eraseUnmatchedNewcomers(db, later(90))).toEqual({ erased: 1, settled: 0 });
    expect(await eraseUnmatchedNewcomers(db, later(90))).toEqual({ erased: 0, settled: 0 });
    await send(db, township, records);
    await send(db, township, [{ ...(records[0] as TestRecord), at: '2026-05-02T01:00:00.000Z' }]);
    for (const table of ['newcomer', 'sitting', 'learning_record', 'record_conflict', 'rejected_record', 'audit'] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain('赵春');
    expect(await matchNewcomer(db, township.administrator, { sittingId, number: farmer.number }, later(90))).toEqual({
      ok: false,
      reason: 'no-such-newcomer',
    });
    const [deed] = await db.selectFrom('audit').select(['deed', 'detail']).execute();
    expect(deed).toEqual({ deed: 'newcomers-erased', detail: { count: 1 } });
  });

  it('once matched is never erased with its records; only what was said at the kiosk goes, when the match is settled', async () => {
    const { db, township, farmer, sittingId } = await arrived(database());
    await matchNewcomer(db, township.administrator, { sittingId, number: farmer.number }, later(80));
    const before = await standing(db, farmer.learnerId);
    expect(await eraseUnmatchedNewcomers(db, later(109))).toEqual({ erased: 0, settled: 0 });
    expect((await listNewcomers(db, township.administrator, later(109))).matched).toHaveLength(1);
    expect(await eraseUnmatchedNewcomers(db, later(110))).toEqual({ erased: 0, settled: 1 });
    await rebuild(db, township.townshipId);
    expect(await standing(db, farmer.learnerId)).toEqual(before);
    expect(before).toMatchObject([{ mastered_on: '2026-05-01' }]);
  });
});

describe('who somebody new may be', () => {
  const newcomer = { name: '王秀兰', villageId: 'a', birthYear: 1970 };
  const farmer = (name: string, villageId = 'a', birthYear: number | null = 1970) => ({ name, villageId, birthYear });

  it('is suggested by name, village and year, the likeliest first, a letter or a year off', () => {
    const [same, near, aunt, afar] = [
      farmer('王秀兰', 'a', 1971),
      farmer('王秀蓝'),
      farmer('王桂英', 'a', 1970),
      farmer('王秀兰', 'b', 1969),
    ];
    expect(
      suggest(
        newcomer,
        [aunt, afar, near, same].filter((one) => one !== undefined),
      ),
    ).toEqual([same, near, afar]);
    expect(suggest({ ...newcomer, name: '王' }, [farmer('王桂英'), farmer('李桂英')])).toEqual([farmer('王桂英')]);
  });

  it('is not suggested by village and year alone, nor against the years', () => {
    expect(suggest({ ...newcomer, name: '' }, [farmer('王秀兰')])).toEqual([]);
    expect(suggest(newcomer, [farmer('李桂英'), farmer('王桂英', 'a', 1950), farmer('王秀兰', 'b', 1990)])).toEqual([]);
  });

  it('may be under 14 while the year alone is known, and is not from the year after', () => {
    expect([2011, 2012, 2013].map((year) => mayBeUnder14(year, 2026))).toEqual([false, true, true]);
  });
});

/** A whole lesson by somebody new on the first of May, in the township’s hands on the first of June. */
async function arrived(db: Database) {
  const township = await seedTownship(db);
  await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 1 } }] });
  const farmer = await addFarmer(db, township);
  const [began, ...rest] = sittingOf(township, randomUUID(), '2026-05-01T01:00:00Z').study('drench').records;
  const { who: _, ...first } = began as TestRecord;
  const newHere = { name: '赵春梅', villageId: township.villageIds[0], birthYear: 1988 };
  const records = [{ ...(first as TestRecord), newHere }, ...rest];
  expect(await send(db, township, records)).toMatchObject({ accepted: records.map(({ id }) => id), rejected: [] });
  return { db, township, farmer, records, sittingId: first.sitting as string };
}

async function send(db: Database, township: SeededTownship, records: TestRecord[]) {
  return receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
}

function standing(db: Database, learnerId: string) {
  return db
    .selectFrom('learner_standing')
    .select(['topic', 'reached_on', 'completed_on', 'mastered_on', 'retained_on'])
    .where('base_id', '=', '')
    .where('learner_id', '=', learnerId)
    .where('reached_on', 'is not', null)
    .execute();
}

function states(db: Database, learnerId: string) {
  return db.selectFrom('lesson_state').selectAll().where('learner_id', '=', learnerId).execute();
}

function enrolled(db: Database, learnerId: string) {
  return db.selectFrom('enrolment').select(['course_id', 'enrolled_at', 'enrolled_by']).where('learner_id', '=', learnerId).execute();
}

async function deeds(db: Database) {
  return (await db.selectFrom('audit').select('deed').orderBy('id').execute()).map(({ deed }) => deed);
}
