import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { coverageReport } from '../../../src/domain/coverage/coverage-report.ts';
import { mergeLearners } from '../../../src/domain/learning/merge/merge-learners.ts';
import { unionOf, without } from '../../../src/domain/learning/merge/merge-rules.ts';
import { likelyPairs, readPair } from '../../../src/domain/learning/merge/read-pair.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { makePass } from '../../../src/domain/people/passes.ts';
import { hashPin } from '../../../src/domain/people/pin-hashes.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');
type Farmer = Awaited<ReturnType<typeof addFarmer>>;

describe('two entries of one person', () => {
  const database = withDatabase();

  it('give the same rows once merged as if there had always been one, whichever learned what', async () => {
    const { db, township } = await seeded(database());
    const study = fc.record({
      entry: fc.boolean(),
      lesson: fc.constantFrom('drench', 'shed'),
      day: fc.integer({ min: 0, max: 40 }),
      answers: fc.array(fc.constantFrom('a', 'b'), { minLength: 2, maxLength: 4 }),
      undone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(study, { minLength: 1, maxLength: 6 }), async (studies) => {
        const [kept, dropped] = [await addFarmer(db, township), await addFarmer(db, township)];
        const sittings = studies.map((one) => {
          const began = new Date(Date.parse('2026-03-01T01:00:00Z') + one.day * 86_400_000).toISOString();
          const sitting = sittingOf(township, kept.learnerId, began).study(one.lesson, one.answers);
          return { ...one, records: one.undone ? sitting.void(sitting.records[3]?.id ?? '').records : sitting.records };
        });
        for (const { records } of sittings) await send(db, township, records);
        const always = await folded(db);
        expect(always.states.length).toBeGreaterThan(0);
        for (const table of ['sitting', 'lesson_state', 'standing_row', 'enrolment'] as const) await db.deleteFrom(table).execute();
        for (const { entry, records } of sittings) await send(db, township, entry ? records : as(township, dropped, records));
        expect(await merge(db, township, kept, dropped)).toMatchObject({ ok: true });
        expect(await folded(db)).toEqual(always);
        for (const table of ['sitting', 'lesson_state', 'standing_row', 'enrolment', 'learner'] as const)
          await db.deleteFrom(table).execute();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('find each other when records come late under the entry that went: by pass, number in a class, or number and PIN', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    const late = sittingOf(township, dropped.learnerId, '2026-05-01T01:00:00Z').study('drench').records;
    await send(db, township, late.slice(0, 2));
    await merge(db, township, kept, dropped);
    // The rest of a sitting that had begun, a sitting that began before and comes now, a class, and a PIN that is gone.
    await send(db, township, late.slice(2));
    const fresh = sittingOf(township, dropped.learnerId, '2026-05-03T01:00:00Z').study('shed').records;
    expect(await send(db, township, fresh)).toMatchObject({ rejected: [] });
    expect(await owners(db)).toEqual([kept.learnerId]);
    expect(await standing(db, kept)).toMatchObject({ completed_on: '2026-05-03' });
    const seats = [
      { seat: 1, number: kept.number },
      { seat: 2, number: dropped.number },
      { seat: 3, number: (await addFarmer(db, township)).number },
    ];
    await send(db, township, begun(township, { group: { code: '1', seats } }));
    const taken = await db.selectFrom('class_seat').select(['seat', 'learner_id']).orderBy('seat').execute();
    expect(taken.map(({ learner_id }) => learner_id === kept.learnerId)).toEqual([true, false]);
    await send(db, township, begun(township, { claim: { villageId: township.villageIds[0], number: dropped.number, pin: '4827' } }));
    const doubt = await db.selectFrom('quarantined_sitting').select(['reason', 'presumed_learner_id']).executeTakeFirst();
    expect(doubt).toEqual({ reason: 'farmer-removed', presumed_learner_id: kept.learnerId });
  });

  it('leave one PIN, one number, one card, one seat, one membership, one history of homes, and one head in past figures', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    const { townshipId: township_id, villageIds } = township;
    for (const { learnerId } of [kept, dropped]) {
      const pin_hash = await hashPin(township.secrets, { townshipId: township_id, learnerId }, '4827');
      await db.insertInto('learner_pin').values({ township_id, learner_id: learnerId, pin_hash, set_at: NOW }).execute();
      const card = { id: randomUUID(), token_hash: randomUUID(), issued_by: null, issued_at: NOW, voided_by: null, voided_at: null };
      await db
        .insertInto('learner_card')
        .values({ township_id, learner_id: learnerId, ...card })
        .execute();
    }
    const group = { id: randomUUID(), name_zh: '养羊组', name_en: 'Sheep', created_at: NOW };
    await db
      .insertInto('learner_group')
      .values({ township_id, ...group })
      .execute();
    const member = (learner_id: string, since: string, until: string | null) => ({
      township_id,
      group_id: group.id,
      learner_id,
      since,
      until,
    });
    await db
      .insertInto('group_membership')
      .values([member(kept.learnerId, '2026-03-01', null), member(dropped.learnerId, '2026-01-01', '2026-04-01')])
      .execute();
    // The entry that stays was made only in April; the other lived in the second village before.
    await sql`delete from residence where learner_id in (${kept.learnerId}, ${dropped.learnerId})`.execute(db);
    const lived = (learner_id: string, village_id: string, since: string) => ({ township_id, learner_id, village_id, since, until: null });
    await db
      .insertInto('residence')
      .values([lived(kept.learnerId, villageIds[0], '2026-04-01'), lived(dropped.learnerId, villageIds[1], '2020-01-01')])
      .execute();
    const heads = async (asOf: string) =>
      (await coverageReport(db, township.administrator, { rung: 'reached', asOf }, NOW)).villages.map(({ eligible }) => eligible);
    expect([await heads('2026-03-01'), await heads('2026-05-01')]).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(await merge(db, township, kept, dropped)).toMatchObject({ ok: true });
    expect([await heads('2026-03-01'), await heads('2026-05-01')]).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const homes = await db.selectFrom('residence').select(['learner_id', 'village_id', 'since', 'until']).orderBy('since').execute();
    expect(homes).toEqual([
      { learner_id: kept.learnerId, village_id: villageIds[1], since: '2020-01-01', until: '2026-04-01' },
      { learner_id: kept.learnerId, village_id: villageIds[0], since: '2026-04-01', until: null },
    ]);
    expect(await db.selectFrom('group_membership').select(['learner_id', 'since', 'until']).execute()).toEqual([
      { learner_id: kept.learnerId, since: '2026-01-01', until: null },
    ]);
    expect(await db.selectFrom('learner_pin').select('learner_id').execute()).toEqual([{ learner_id: kept.learnerId }]);
    const good = await db.selectFrom('learner_card').select('learner_id').where('voided_at', 'is', null).execute();
    expect(good).toEqual([{ learner_id: kept.learnerId }]);
    const deed = await db.selectFrom('audit').select(['deed', 'subject', 'detail', 'account_id']).executeTakeFirst();
    const detail = { droppedId: dropped.learnerId, sittings: 0 };
    expect(deed).toEqual({ deed: 'learners-merged', subject: kept.learnerId, detail, account_id: township.administrator.accountId });
  });

  it('are compared first: what is taken, what speaks against it, and nothing changes by looking', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    await db.updateTable('learner').set({ birth_year: null }).where('id', '=', kept.learnerId).execute();
    await db.updateTable('learner').set({ trade: '养羊', sex: 'female' }).where('id', '=', dropped.learnerId).execute();
    await db.updateTable('learner').set({ sex: 'male' }).where('id', '=', kept.learnerId).execute();
    await send(db, township, sittingOf(township, dropped.learnerId, '2026-05-01T01:00:00Z').open('drench').records);
    const numbers = { kept: kept.number, dropped: dropped.number };
    const seen = await readPair(db, township.administrator, numbers, NOW);
    expect(seen).toMatchObject({ taken: ['birthYear', 'trade'], contradictions: ['sex'], dropped: { sittings: 1, courses: 1 } });
    expect(await readPair(db, township.administrator, numbers, NOW)).toEqual(seen);
    expect(await likelyPairs(db, township.administrator, NOW)).toHaveLength(1);
    await merge(db, township, kept, dropped);
    const row = await db.selectFrom('learner').select(['birth_year', 'trade', 'sex']).where('id', '=', kept.learnerId).executeTakeFirst();
    expect(row).toEqual({ birth_year: 1970, trade: '养羊', sex: 'male' });
    expect(await likelyPairs(db, township.administrator, NOW)).toEqual([]);
  });

  it('lead on: an entry that took one up and goes itself hands both over', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    const third = await addFarmer(db, township);
    await merge(db, township, dropped, third);
    await merge(db, township, kept, dropped);
    await send(db, township, sittingOf(township, third.learnerId, '2026-05-01T01:00:00Z').study('drench').records);
    expect(await owners(db)).toEqual([kept.learnerId]);
  });

  it('cannot be one entry twice, nor somebody unknown or gone, nor merged again, nor by a trainer', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    expect(await merge(db, township, kept, kept)).toEqual({ ok: false, reason: 'same-person' });
    expect(await merge(db, township, kept, { ...dropped, number: '999999' })).toEqual({ ok: false, reason: 'no-such-learner' });
    await expect(mergeLearners(db, township.trainer, { kept: kept.number, dropped: dropped.number }, NOW)).rejects.toThrow('may not');
    const gone = await addFarmer(db, township);
    await removeLearner(db, township.administrator, gone.learnerId, NOW);
    expect(await merge(db, township, kept, gone)).toEqual({ ok: false, reason: 'no-such-learner' });
    expect(await merge(db, township, kept, dropped)).toMatchObject({ ok: true });
    expect(await merge(db, township, kept, dropped)).toEqual({ ok: false, reason: 'no-such-learner' });
    const deeds = await db.selectFrom('audit').select('deed').where('deed', '=', 'learners-merged').execute();
    expect(deeds).toHaveLength(1);
  });

  it('leave no row of any table with the entry that went, but its own and what it may no longer use', async () => {
    const { db, township, kept, dropped } = await seeded(database());
    const { rows: pointing } = await sql<{ table: string; column: string }>`
      select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
      join unnest(c.conkey) as key(attnum) on true join pg_attribute a on a.attrelid = c.conrelid and a.attnum = key.attnum
      where c.contype = 'f' and c.confrelid = 'learner'::regclass and a.attname <> 'township_id' order by 1, 2`.execute(db);
    const resolved = [
      ...['class_seat', 'enrolment', 'group_membership', 'learner_card', 'learner_pin', 'lesson_state', 'one_time_code'],
      ...['rejected_record', 'residence', 'sitting', 'standing_row'],
    ].map((table) => `${table}.learner_id`);
    const others = [
      'learner.merged_into',
      'newcomer.matched_learner_id',
      'quarantined_sitting.presumed_learner_id',
      'quarantined_sitting.proposed_learner_id',
    ];
    // A new table that points at a farmer is a question for merge-queries.ts before it is one for this list.
    expect(pointing.map(({ table, column }) => `${table}.${column}`)).toEqual([...resolved, ...others].sort());
    await send(db, township, sittingOf(township, dropped.learnerId, '2026-05-01T01:00:00Z').study('drench').records);
    await merge(db, township, kept, dropped);
    for (const { table, column } of pointing) {
      const { rows } = await sql`select 1 from ${sql.raw(table)} where ${sql.raw(column)} = ${dropped.learnerId}`.execute(db);
      expect([table, column, rows.length]).toEqual([table, column, 0]);
    }
  });
});

describe('spans of days', () => {
  it('are joined where they touch and cut where another speaks', () => {
    const span = (since: string, until: string | null) => ({ since, until });
    expect(unionOf([span('2026-03-01', null), span('2026-01-01', '2026-03-01')])).toEqual([span('2026-01-01', null)]);
    expect(unionOf([span('2026-03-02', '2026-04-01'), span('2026-01-01', '2026-03-01')])).toHaveLength(2);
    expect(without(span('2020-01-01', null), [span('2022-01-01', '2023-01-01')])).toEqual([
      span('2020-01-01', '2022-01-01'),
      span('2023-01-01', null),
    ]);
    expect(without(span('2020-01-01', '2021-01-01'), [span('2019-01-01', null)])).toEqual([]);
    expect(without(span('2020-01-01', '2021-01-01'), [])).toEqual([span('2020-01-01', '2021-01-01')]);
  });
});

async function seeded(db: Database) {
  const township = await seedTownship(db);
  const lessons = ['drench', 'shed'].map((id) => ({ id, topics: { science: 1 } }));
  await seedCourse(db, township, { id: 'sheep', lessons });
  return { db, township, kept: await addFarmer(db, township), dropped: await addFarmer(db, township) };
}

function merge(db: Database, township: SeededTownship, kept: Farmer, dropped: Farmer) {
  return mergeLearners(db, township.administrator, { kept: kept.number, dropped: dropped.number }, NOW);
}

async function send(db: Database, township: SeededTownship, records: TestRecord[]) {
  return receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
}

/** The same sitting, signed in under the other entry. */
function as({ townshipId, kiosk, secrets }: SeededTownship, { learnerId }: Farmer, records: TestRecord[]): TestRecord[] {
  const [began, ...rest] = records as [TestRecord, ...TestRecord[]];
  return [{ ...began, who: makePass(secrets, { townshipId, learnerId, kioskId: kiosk.kioskId }, new Date(began.at)) }, ...rest];
}

/** The first record of a sitting that began in this way. */
function begun(township: SeededTownship, way: Record<string, unknown>): TestRecord[] {
  const [began] = sittingOf(township, randomUUID(), '2026-05-20T01:00:00Z').records as [TestRecord];
  const { who: _, ...first } = began;
  return [{ ...(first as TestRecord), ...way }];
}

async function owners(db: Database) {
  const rows = await db.selectFrom('sitting').select('learner_id').distinct().where('learner_id', 'is not', null).execute();
  return rows.map(({ learner_id }) => learner_id);
}

function standing(db: Database, { learnerId }: Farmer) {
  const rows = db.selectFrom('learner_standing').selectAll().where('base_id', '=', '').where('topic', '=', 'science');
  return rows.where('learner_id', '=', learnerId).executeTakeFirst();
}

async function folded(db: Database) {
  const states = await db.selectFrom('lesson_state').selectAll().orderBy('learner_id').orderBy('lesson_id').execute();
  const standings = await db.selectFrom('standing_row').selectAll().orderBy('learner_id').orderBy('base_id').execute();
  const enrolments = await db.selectFrom('enrolment').selectAll().orderBy('learner_id').orderBy('course_id').execute();
  return { states, standings, enrolments };
}
