import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { assignSitting } from '../../../src/domain/learning/quarantine/assign-sitting.ts';
import { confirmSitting } from '../../../src/domain/learning/quarantine/confirm-sitting.ts';
import { discardSitting } from '../../../src/domain/learning/quarantine/discard-sitting.ts';
import { listQuarantined } from '../../../src/domain/learning/quarantine/list-quarantined.ts';
import { rebuild } from '../../../src/domain/learning/rebuild.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { hashPin } from '../../../src/domain/people/pin-hashes.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');
const PIN = '4827';

describe('a sitting begun without a network', () => {
  const database = withDatabase();

  it('is the farmer of the number when the sealed PIN is right', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, PIN);
    expect(await send(db, township, records)).toMatchObject({ accepted: records.map(({ id }) => id), rejected: [] });
    expect((await standing(db))?.mastered_on).not.toBeNull();
    expect(await db.selectFrom('quarantined_sitting').selectAll().execute()).toEqual([]);
  });

  it('waits in quarantine when the PIN is wrong: every record kept, nobody moved, the kiosk told nothing, counted once', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    expect(await send(db, township, records)).toMatchObject({ accepted: records.map(({ id }) => id), rejected: [] });
    await send(db, township, records);
    expect(await standing(db)).toBeUndefined();
    expect(await inDoubt(db)).toMatchObject([{ reason: 'wrong-pin', presumed_learner_id: farmer.learnerId }]);
    const counters = await db.selectFrom('sign_in_counter').select(['scope', 'failures']).orderBy('scope').execute();
    expect(counters).toEqual(['kiosk', 'learner', 'pin', 'township'].map((scope) => ({ scope, failures: 1 })));
  });

  it.each([
    ['unknown-number', async () => '000000'],
    [
      'farmer-removed',
      async (db: Database, township: SeededTownship, farmer: Farmer) => {
        await removeLearner(db, township.administrator, farmer.learnerId, NOW);
        return farmer.number;
      },
    ],
  ] as const)('says to the trainer why it is in doubt: %s', async (reason, arrange) => {
    const { db, township, farmer } = await seeded(database());
    const number = await arrange(db, township, farmer);
    await send(db, township, claimed(township, { ...farmer, number }, PIN));
    expect(await inDoubt(db)).toMatchObject([{ reason }]);
    expect(await standing(db)).toBeUndefined();
  });

  it('leaves no PIN and no pass in any table, not even when the kiosk says two things under one id', async () => {
    const { db, township, farmer } = await seeded(database());
    const [began, ...rest] = claimed(township, farmer, '9053');
    await send(db, township, [began as TestRecord, ...rest]);
    await send(db, township, [{ ...(began as TestRecord), at: '2026-05-02T01:00:00.000Z' }]);
    const kept = await db.selectFrom('record_conflict').select('body').execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).toContain('claim');
    for (const table of [
      'record_conflict',
      'rejected_record',
      'learning_record',
      'quarantined_sitting',
      'sign_in_counter',
      'audit',
    ] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toMatch(/"pin":|"9053"/);
  });

  it('counts toward completed and never toward mastered once two people agree; rebuilding says the same', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    const sittingId = records[0]?.sitting ?? '';
    await send(db, township, records);
    const why = '她当时在场，我看着她做的';
    expect(await assignSitting(db, township.trainer, { sittingId, number: farmer.number, why }, NOW)).toMatchObject({ ok: true });
    expect(await standing(db)).toBeUndefined();
    const [waiting] = await listQuarantined(db, township.administrator);
    expect(waiting).toMatchObject({ sittingId, reason: 'wrong-pin', lessons: ['drench'], answers: 4, proposed: { why, isMine: false } });
    expect((await listQuarantined(db, township.trainer))[0]?.proposed?.isMine).toBe(true);
    expect(await listQuarantined(db, { ...township.trainer, trainerOf: ['qingshan'] })).toEqual([]);
    expect(await confirmSitting(db, township.trainer, { sittingId }, NOW)).toEqual({ ok: false, reason: 'needs-another-person' });
    expect(await confirmSitting(db, township.administrator, { sittingId }, NOW)).toEqual({ ok: true });
    const after = await standing(db);
    expect(after).toMatchObject({ completed_on: '2026-05-01', mastered_on: null });
    await rebuild(db, township.townshipId);
    expect(await standing(db)).toEqual(after);
    expect(await confirmSitting(db, township.administrator, { sittingId }, NOW)).toEqual({ ok: false, reason: 'already-decided' });
    const deeds = await db.selectFrom('audit').select(['deed', 'account_id']).orderBy('id').execute();
    expect(deeds).toEqual([
      { deed: 'sitting-assigned', account_id: township.trainer.accountId },
      { deed: 'sitting-confirmed', account_id: township.administrator.accountId },
    ]);
  });

  it('comes to the same rows when its last records arrive only after it was assigned', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    const sittingId = records[0]?.sitting ?? '';
    await send(db, township, records.slice(0, 3));
    await assignSitting(db, township.trainer, { sittingId, number: farmer.number, why: '见过' }, NOW);
    await confirmSitting(db, township.administrator, { sittingId }, NOW);
    await send(db, township, records.slice(3));
    expect(await standing(db)).toMatchObject({ completed_on: '2026-05-01', mastered_on: null });
  });

  it('does not lend its completion to answers of another day: mastered needs a lesson the farmer surely finished', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    const sittingId = records[0]?.sitting ?? '';
    await send(db, township, records);
    await assignSitting(db, township.trainer, { sittingId, number: farmer.number, why: '见过' }, NOW);
    await confirmSitting(db, township.administrator, { sittingId }, NOW);
    const own = sittingOf(township, farmer.learnerId, '2026-05-05T01:00:00Z').study('drench').records;
    await send(db, township, own.slice(0, -1));
    expect((await standing(db))?.mastered_on).toBeNull();
    await send(db, township, own.slice(-1));
    expect(await standing(db)).toMatchObject({ completed_on: '2026-05-01', mastered_on: '2026-05-05' });
  });

  it('is discarded with a reason, stays with nobody, and cannot be assigned afterwards', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    const sittingId = records[0]?.sitting ?? '';
    await send(db, township, records);
    expect(await discardSitting(db, township.trainer, { sittingId, why: ' ' }, NOW)).toEqual({ ok: false, reason: 'why-missing' });
    expect(await discardSitting(db, township.trainer, { sittingId, why: '没人认得' }, NOW)).toEqual({ ok: true });
    const again = await assignSitting(db, township.trainer, { sittingId, number: farmer.number, why: '见过' }, NOW);
    expect(again).toEqual({ ok: false, reason: 'already-decided' });
    expect(await standing(db)).toBeUndefined();
  });

  it('is not decided by a trainer of another base', async () => {
    const { db, township, farmer } = await seeded(database());
    const records = claimed(township, farmer, '9053');
    await send(db, township, records);
    const stranger = { ...township.trainer, trainerOf: ['qingshan'] };
    const outcome = await assignSitting(db, stranger, { sittingId: records[0]?.sitting ?? '', number: farmer.number, why: '见过' }, NOW);
    expect(outcome).toEqual({ ok: false, reason: 'not-your-base' });
  });

  it('keeps the particulars of somebody new, and refuses a village or a year that cannot be', async () => {
    const { db, township } = await seeded(database());
    const good = { name: ' 赵春梅 ', villageId: township.villageIds[0], birthYear: 1988 };
    const records = beginning(township, { newHere: good });
    expect(await send(db, township, records)).toMatchObject({ accepted: records.map(({ id }) => id), rejected: [] });
    expect(await db.selectFrom('newcomer').select(['name', 'birth_year']).execute()).toEqual([{ name: '赵春梅', birth_year: 1988 }]);
    for (const [bad, reason] of [
      [{ ...good, villageId: randomUUID() }, 'no-such-learner'],
      [{ ...good, birthYear: 2090 }, 'no-such-learner'],
      [{ ...good, birthYear: 2012 }, 'guardian-needed'],
    ] as const)
      expect(await send(db, township, beginning(township, { newHere: bad }).slice(0, 1))).toMatchObject({ rejected: [{ reason }] });
    expect(await db.selectFrom('newcomer').select('name').execute()).toHaveLength(1);
    expect(JSON.stringify(await db.selectFrom('rejected_record').selectAll().execute())).not.toContain('赵春梅');
    expect(await standing(db)).toBeUndefined();
  });
});

type Farmer = Awaited<ReturnType<typeof addFarmer>>;

async function seeded(db: Database) {
  const township = await seedTownship(db);
  await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 1 } }] });
  const farmer = await addFarmer(db, township);
  const { townshipId, secrets } = township;
  const pin_hash = await hashPin(secrets, { townshipId, learnerId: farmer.learnerId }, PIN);
  await db.insertInto('learner_pin').values({ township_id: townshipId, learner_id: farmer.learnerId, pin_hash, set_at: NOW }).execute();
  return { db, township, farmer };
}

function claimed(township: SeededTownship, farmer: Farmer, pin: string): TestRecord[] {
  return beginning(township, { claim: { villageId: township.villageIds[0], number: farmer.number, pin } });
}

/** A whole lesson whose sitting began in this way. */
function beginning(township: SeededTownship, way: Record<string, unknown>): TestRecord[] {
  const [began, ...rest] = sittingOf(township, randomUUID(), '2026-05-01T01:00:00Z').study('drench').records;
  const { who: _, ...first } = began as TestRecord;
  return [{ ...(first as TestRecord), ...way }, ...rest];
}

async function send(db: Database, township: SeededTownship, records: TestRecord[]) {
  return receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
}

function standing(db: Database) {
  const rows = db.selectFrom('learner_standing').selectAll().where('base_id', '=', '').where('topic', '=', 'science');
  return rows.executeTakeFirst();
}

function inDoubt(db: Database) {
  return db.selectFrom('quarantined_sitting').selectAll().execute();
}
