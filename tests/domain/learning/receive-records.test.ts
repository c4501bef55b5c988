import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { rebuild } from '../../../src/domain/learning/rebuild.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');

describe('receiving learning records', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 0.8, law: 0.2, morality: 0.1 } }] });
    const { learnerId } = await addFarmer(db, township);
    return { db, township, learnerId };
  }
  const send = (db: Database, township: SeededTownship, records: unknown[], now = NOW) =>
    receiveRecords(db, township.kiosk, { now: now.toISOString(), records }, now, township.secrets);

  it('accepts a whole sitting, grades it, and folds it into lesson state and standing', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    expect(await send(db, township, records)).toMatchObject({
      ok: true,
      accepted: expect.arrayContaining(records.map((r) => r.id)),
      rejected: [],
    });
    const state = await db.selectFrom('lesson_state').selectAll().executeTakeFirstOrThrow();
    expect(state).toMatchObject({ learner_id: learnerId, completed_version: 1 });
    expect(Object.values(state.evidence).map((seen) => seen.right)).toEqual([true, true, true, true]);
    const rows = await db.selectFrom('learner_standing').selectAll().orderBy('topic').orderBy('base_id').execute();
    expect(rows.map((row) => [row.topic, row.base_id, row.reached_on, row.completed_on, row.mastered_on])).toEqual([
      ['law', '', '2026-03-01', '2026-03-01', '2026-03-01'],
      ['law', 'mutouyingzi', '2026-03-01', '2026-03-01', '2026-03-01'],
      ['science', '', '2026-03-01', '2026-03-01', '2026-03-01'],
      ['science', 'mutouyingzi', '2026-03-01', '2026-03-01', '2026-03-01'],
    ]);
    expect(await db.selectFrom('enrolment').select(['course_id', 'enrolled_by']).execute()).toEqual([
      { course_id: 'sheep', enrolled_by: 'learner' },
    ]);
  });

  it('counts a resent record once, and says so', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    await send(db, township, records);
    const again = await send(db, township, records);
    expect(again).toMatchObject({ accepted: [], duplicate: expect.arrayContaining(records.map((r) => r.id)), conflict: [] });
  });

  it('keeps the same id with other bytes apart as a conflict, and the first one stands', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').answer('drench', 'q1', 'a');
    await send(db, township, records);
    const forged = { ...records[2], response: 'b' };
    expect(await send(db, township, [forged])).toMatchObject({ conflict: [forged.id], accepted: [] });
    expect(await db.selectFrom('record_conflict').selectAll().execute()).toHaveLength(1);
    const kept = await db.selectFrom('learning_record').select('is_correct').where('question_id', '=', 'q1').executeTakeFirstOrThrow();
    expect(kept.is_correct).toBe(true);
  });

  it('rejects each bad record alone, with its reason, and takes its neighbours', async () => {
    const { db, township, learnerId } = await prepare();
    const sitting = sittingOf(township, learnerId, '2026-03-01T01:00:00Z');
    sitting
      .open('drench')
      .open('no-such-lesson')
      .open('drench', 9)
      .answer('drench', 'q9', 'a')
      .answer('drench', 'q1', 'z')
      .answer('drench', 'q2', 'a');
    const [began, opened, lesson, version, question, answer, good] = sitting.records;
    const stray = { ...opened, id: randomUUID(), sitting: randomUUID() };
    const seat = { ...opened, id: randomUUID() };
    const nobody = { ...began, id: randomUUID(), sitting: randomUUID(), who: 'forged.pass' };
    const hostile = { ...opened, id: randomUUID(), seq: 50, lesson: 'nul\u0000' };
    const outcome = await send(db, township, [...sitting.records, stray, seat, nobody, hostile, 'nonsense', null, { id: 5 }]);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(new Set(outcome.accepted)).toEqual(new Set([began?.id, opened?.id, good?.id]));
    const reasons = new Map(outcome.rejected.map(({ id, reason }) => [id, reason]));
    expect(reasons.get(lesson?.id ?? '')).toBe('unknown-lesson');
    expect(reasons.get(version?.id ?? '')).toBe('unknown-version');
    expect(reasons.get(question?.id ?? '')).toBe('unknown-question');
    expect(reasons.get(answer?.id ?? '')).toBe('not-an-answer');
    expect(reasons.get(stray.id)).toBe('unknown-sitting');
    expect(reasons.get(seat.id)).toBe('sequence-taken');
    expect(reasons.get(nobody.id)).toBe('no-such-learner');
    expect(reasons.get(hostile.id)).toBe('not-a-record');
    expect(outcome.rejected.filter(({ id }) => id === '')).toHaveLength(3);
  });

  it('refuses what is not a batch', async () => {
    const { db, township } = await prepare();
    for (const nonsense of [
      null,
      'x',
      [],
      {},
      { now: 'yesterday', records: [] },
      { now: NOW.toISOString(), records: Array(501).fill({}) },
    ]) {
      expect(await receiveRecords(db, township.kiosk, nonsense, NOW, township.secrets)).toEqual({ ok: false, reason: 'not-a-batch' });
    }
  });

  it("refuses a sitting of another kiosk's, and a pass made for another kiosk", async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench');
    const other = { ...township.kiosk, kioskId: randomUUID(), name: '2' };
    await db
      .insertInto('kiosk')
      .values({ township_id: township.townshipId, id: other.kioskId, base_id: 'qingshan', name: '2', created_at: NOW })
      .execute();
    const first = await receiveRecords(db, other, { now: NOW.toISOString(), records }, NOW, township.secrets);
    expect(first).toMatchObject({ rejected: [{ reason: 'wrong-kiosk' }, { reason: 'unknown-sitting' }] });
    await send(db, township, records.slice(0, 1));
    const second = await receiveRecords(db, other, { now: NOW.toISOString(), records: records.slice(1) }, NOW, township.secrets);
    expect(second).toMatchObject({ rejected: [{ reason: 'wrong-kiosk' }] });
  });

  it('accepts a record from the future, clamped to when it came, and flags it', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2031-01-01T00:00:00Z').open('drench');
    await send(db, township, records);
    const row = await db.selectFrom('learning_record').selectAll().where('verb', '=', 'opened').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ was_future: true, occurred_at: NOW });
    expect(row.kiosk_time.getUTCFullYear()).toBe(2031);
  });

  it('notes when the kiosk was heard and how far its clock is off', async () => {
    const { db, township } = await prepare();
    const late = new Date(NOW.getTime() - 90_000);
    await receiveRecords(db, township.kiosk, { now: late.toISOString(), records: [] }, NOW, township.secrets);
    expect(await db.selectFrom('kiosk').select(['last_heard_at', 'last_skew_ms']).executeTakeFirst()).toEqual({
      last_heard_at: NOW,
      last_skew_ms: 90_000,
    });
  });

  it('takes back what a voided record had earned', async () => {
    const { db, township, learnerId } = await prepare();
    const sitting = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    const finished = sitting.records.at(-1)?.id ?? '';
    await send(db, township, sitting.records);
    await send(db, township, sitting.void(finished).records);
    const standing = await db.selectFrom('learner_standing').selectAll().where('base_id', '=', '').execute();
    expect(standing.map((row) => [row.reached_on, row.completed_on])).toEqual([
      ['2026-03-01', null],
      ['2026-03-01', null],
    ]);
  });

  it('comes to the same rows when two copies of a batch arrive at the same moment', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    const both = await Promise.all([send(db, township, records), send(db, township, records)]);
    const accepted = both.flatMap((outcome) => (outcome.ok ? outcome.accepted : []));
    expect(accepted.sort()).toEqual(records.map((r) => r.id).sort());
    expect(both.flatMap((outcome) => (outcome.ok ? outcome.rejected : []))).toEqual([]);
  });

  it('rebuilds exactly the rows that arrival made', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench', ['a', 'b', 'a', 'a']).records);
    const rows = () =>
      Promise.all([
        db.selectFrom('lesson_state').selectAll().execute(),
        db.selectFrom('learner_standing').selectAll().orderBy('topic').orderBy('base_id').execute(),
      ]);
    const before = await rows();
    await db.deleteFrom('standing_row').execute();
    expect(await rebuild(db, township.townshipId)).toEqual({ ok: true, learners: 1 });
    expect(await rows()).toEqual(before);
  });
});
