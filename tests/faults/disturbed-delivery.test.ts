import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { receiveRecords } from '../../src/domain/learning/receive-records.ts';
import { withDatabase } from '../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../support/seed.ts';

const DAY = 24 * 3600_000;
const FIRST_DAY = Date.parse('2026-03-01T01:00:00Z');
const LESSONS = ['drench', 'pens', 'lambs'];
// Right and wrong, so that a record lost, doubled or out of order moves a level.
const ANSWERS = [
  ['a', 'a', 'a', 'a'],
  ['b', 'a', 'b', 'a'],
  ['a', 'b', 'b', 'b'],
];

describe('a disturbed delivery comes to the same standings as an undisturbed one', () => {
  const database = withDatabase();
  const calm = withDatabase();

  /** Three farmers, three days, a lesson a day, at one kiosk whose clock is off by `clockOff` ms. */
  async function prepare(clockOff = 0, db = database()) {
    const township = await seedTownship(db);
    const lessons = LESSONS.map((id) => ({ id, topics: { science: 0.6, law: 0.4 } }));
    await seedCourse(db, township, { id: 'sheep', lessons });
    const sittings: { at: number; records: TestRecord[] }[] = [];
    for (const name of ['甲', '乙', '丙']) {
      const { learnerId } = await addFarmer(db, township, { name });
      for (const [day, lesson] of LESSONS.entries()) {
        const at = FIRST_DAY + day * DAY;
        const answers = ANSWERS[(day + sittings.length) % 3] ?? [];
        const sitting = sittingOf(township, learnerId, new Date(at + clockOff).toISOString()).study(lesson, answers);
        sittings.push({ at: at + 600_000, records: sitting.records });
      }
    }
    const send = async (records: unknown[], at: number) => {
      const now = new Date(at);
      const batch = { now: new Date(at + clockOff).toISOString(), records };
      const outcome = await receiveRecords(db, township.kiosk, batch, now, township.secrets);
      expect(outcome).toMatchObject({ ok: true, conflict: [] });
      return outcome.ok ? outcome : null;
    };
    return { db, township, sittings, send };
  }

  async function standings(db: Database, { townshipId }: SeededTownship) {
    const rows = await db
      .selectFrom('learner_standing as s')
      .innerJoin('learner as l', (join) => join.onRef('l.id', '=', 's.learner_id').onRef('l.township_id', '=', 's.township_id'))
      .select(['l.name', 's.base_id', 's.topic', 's.reached_on', 's.completed_on', 's.mastered_on'])
      .where('s.township_id', '=', townshipId)
      .orderBy('l.name')
      .orderBy('s.base_id')
      .orderBy('s.topic')
      .execute();
    const { count } = await db
      .selectFrom('learning_record')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('township_id', '=', townshipId)
      .executeTakeFirstOrThrow();
    return { rows, count: Number(count) };
  }

  async function undisturbed() {
    const { db, township, sittings, send } = await prepare(0, calm());
    for (const { at, records } of sittings) await send(records, at);
    const result = await standings(db, township);
    expect(result.rows.length).toBeGreaterThan(0);
    expect(result.rows.some((row) => row.completed_on !== null)).toBe(true);
    return result;
  }

  it('records duplicated, and whole batches sent again', async () => {
    const { db, township, sittings, send } = await prepare();
    for (const { at, records } of sittings) {
      await send([...records, ...records], at);
      expect(await send(records, at + 1_000)).toMatchObject({ accepted: [], rejected: [] });
    }
    expect(await standings(db, township)).toEqual(await undisturbed());
  });

  it('sittings last first, the records of each back to front, nine days late', async () => {
    const { db, township, sittings, send } = await prepare();
    for (const { at, records } of [...sittings].reverse()) await send([...records].reverse(), at + 9 * DAY);
    expect(await standings(db, township)).toEqual(await undisturbed());
  });

  it.each([
    ['slow', -3 * DAY],
    ['fast', 3 * DAY],
  ])('a clock three days %s, at once and nine days late', async (_, clockOff) => {
    const { db, township, sittings, send } = await prepare(clockOff);
    for (const [index, { at, records }] of sittings.entries()) await send(records, at + (index % 2) * 9 * DAY);
    expect(await standings(db, township)).toEqual(await undisturbed());
  });
});
