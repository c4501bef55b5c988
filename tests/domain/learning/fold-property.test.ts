import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');
const choice = fc.constantFrom('a', 'b');
const study = fc.record({
  farmer: fc.constantFrom(0, 1),
  lesson: fc.constantFrom('drench', 'shed', 'law'),
  day: fc.integer({ min: 0, max: 40 }),
  answers: fc.array(choice, { minLength: 2, maxLength: 4 }),
  undone: fc.boolean(),
});

describe('the fold of records', () => {
  const database = withDatabase();

  it('gives identical rows whatever the order, duplication and batching of the same records', async () => {
    const db = database();
    const township = await seedTownship(db);
    const lessons = [
      { id: 'drench', topics: { science: 0.8, law: 0.2 } },
      { id: 'shed', topics: { science: 0.5, ecology: 0.5 } },
    ];
    await seedCourse(db, township, { id: 'sheep', lessons });
    await seedCourse(db, township, { id: 'rights', baseId: 'qingshan', lessons: [{ id: 'law', topics: { law: 1 } }] });
    await fc.assert(
      fc.asyncProperty(fc.array(study, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), async (studies, numbers) => {
        const farmers = [await addFarmer(db, township), await addFarmer(db, township)];
        const records = studies.flatMap((one) => {
          const began = new Date(Date.parse('2026-03-01T01:00:00Z') + one.day * 86_400_000).toISOString();
          const sitting = sittingOf(township, farmers[one.farmer]?.learnerId ?? '', began).study(one.lesson, one.answers);
          return one.undone ? sitting.void(sitting.records[3]?.id ?? '').records : sitting.records;
        });
        await deliver(db, township, [records]);
        const straight = await rows(db);
        expect(straight.states.length).toBeGreaterThan(0);
        await forget(db);
        await deliver(
          db,
          township,
          scramble(records, () => numbers.next().value ?? 0),
        );
        expect(await rows(db)).toEqual(straight);
        await forget(db);
        await db.deleteFrom('learner').execute();
      }),
      { numRuns: 40 },
    );
  });
});

/** Sends the batches in turn; what was rejected because its sitting is not known yet is sent again, as a kiosk does. */
async function deliver(db: Database, township: SeededTownship, batches: TestRecord[][]): Promise<void> {
  let waiting: TestRecord[] = [];
  for (const batch of [...batches, [], []]) {
    const records = [...batch, ...waiting];
    const outcome = await receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
    if (!outcome.ok) throw new Error(outcome.reason);
    const again = new Set(outcome.rejected.filter(({ reason }) => reason === 'unknown-sitting').map(({ id }) => id));
    expect(outcome.rejected.length).toBeGreaterThanOrEqual(again.size);
    waiting = records.filter((record) => again.has(record.id));
  }
  expect(waiting).toEqual([]);
}

function scramble(records: TestRecord[], next: () => number): TestRecord[][] {
  const twice = records.flatMap((record) => (next() % 3 === 0 ? [record, record] : [record]));
  const mixed = twice.map((record) => ({ record, key: next() })).sort((a, b) => a.key - b.key || (a.record.id < b.record.id ? -1 : 1));
  const batches: TestRecord[][] = [[]];
  for (const { record } of mixed) {
    batches.at(-1)?.push(record);
    if (next() % 4 === 0) batches.push([]);
  }
  return batches;
}

async function rows(db: Database) {
  const states = await db.selectFrom('lesson_state').selectAll().orderBy('learner_id').orderBy('lesson_id').execute();
  const standing = await db.selectFrom('learner_standing').selectAll().orderBy('learner_id').orderBy('base_id').orderBy('topic').execute();
  return { states, standing };
}

async function forget(db: Database): Promise<void> {
  for (const table of ['sitting', 'lesson_state', 'standing_row', 'enrolment', 'record_conflict'] as const)
    await db.deleteFrom(table).execute();
}
