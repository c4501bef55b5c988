import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { townshipDay } from '../calendar.ts';
import { refusedBy } from '../constraint-violations.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { type LearnerInput, type LearnerInputProblem, learnerInputProblem } from './learner-input.ts';
import { makeLearnerNumber } from './learner-number.ts';

interface AddedLearner {
  learnerId: string;
  number: string;
}

export type AddRefusal = LearnerInputProblem | 'since-in-future' | 'village-unknown' | 'group-unknown' | 'numbers-used-up';

// Five free digits give 100,000 numbers. Beyond this many, finding a free one by chance takes too long.
const MOST_LEARNERS = 90_000;

/**
 * Adds farmers with their residence and groups, in the order given, in a handful of queries however many they are. All or none.
 * A problem names the first farmer (by index) that has one.
 */
export async function addLearners(
  db: Database,
  actor: Actor,
  inputs: LearnerInput[],
  now: Date,
): Promise<{ ok: true; learners: AddedLearner[] } | { ok: false; reason: AddRefusal; index?: number }> {
  requirePermission(actor, 'roster:write');
  const today = townshipDay(now);
  for (const [index, input] of inputs.entries()) {
    const reason = learnerInputProblem(input, Number(today.slice(0, 4)));
    if (reason !== null) return { ok: false, reason, index };
    if (input.since !== undefined && input.since > today) return { ok: false, reason: 'since-in-future', index };
    if (!isUuid(input.villageId)) return { ok: false, reason: 'village-unknown', index };
    if (!(input.groupIds ?? []).every(isUuid)) return { ok: false, reason: 'group-unknown', index };
  }
  const { townshipId } = actor;
  return refusedBy(
    {
      residence_township_id_village_id_fkey: 'village-unknown',
      group_membership_township_id_group_id_fkey: 'group-unknown',
    } as const,
    () =>
      inTransaction(db, async (trx) => {
        const numbers = await freeNumbers(trx, townshipId, inputs.length);
        if (numbers === null) return { ok: false as const, reason: 'numbers-used-up' as const };
        const learners = numbers.map((number) => ({ learnerId: randomUUID(), number }));
        await insertLearners(trx, townshipId, inputs, learners, { now, today });
        return { ok: true as const, learners };
      }),
  );
}

/** Inside the caller's transaction when there is one (an import writes all or nothing), else in one of its own. */
function inTransaction<T>(db: Database, write: (trx: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? write(db) : db.transaction().execute(write);
}

async function freeNumbers(db: Database, townshipId: string, count: number): Promise<string[] | null> {
  // Two imports at once would choose the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`learner-number ${townshipId}`}, 0))`.execute(db);
  const rows = await db.selectFrom('learner').select('number').where('township_id', '=', townshipId).execute();
  if (rows.length + count > MOST_LEARNERS) return null;
  const taken = new Set(rows.map((row) => row.number));
  const free: string[] = [];
  while (free.length < count) {
    const number = makeLearnerNumber(randomInt);
    if (taken.has(number)) continue;
    taken.add(number);
    free.push(number);
  }
  return free;
}

async function insertLearners(
  db: Database,
  townshipId: string,
  inputs: LearnerInput[],
  learners: AddedLearner[],
  time: { now: Date; today: string },
): Promise<void> {
  const rows = inputs.map((input, index) => ({
    id: learners[index]?.learnerId,
    number: learners[index]?.number,
    name: input.name.trim(),
    sex: input.sex ?? null,
    birth_year: input.birthYear ?? null,
    literacy: input.literacy ?? null,
    language: input.language ?? 'zh',
    trade: input.trade?.trim() || null,
    is_away: input.isAway ?? false,
    consent_on: input.consentOn ?? null,
    village_id: input.villageId,
    since: input.since ?? time.today,
    group_ids: [...new Set(input.groupIds ?? [])],
  }));
  // One JSON parameter instead of tens of thousands: the wire protocol allows 65,535.
  const json = JSON.stringify(rows);
  await sql`
    insert into learner (township_id, id, number, name, sex, birth_year, literacy, language, trade, is_away, consent_on, created_at)
    select ${townshipId}, id, number, name, sex, birth_year, literacy, language, trade, is_away, consent_on, ${time.now}
    from jsonb_to_recordset(${json}::jsonb) as row(id uuid, number text, name text, sex text, birth_year int, literacy text,
      language text, trade text, is_away boolean, consent_on date)`.execute(db);
  await sql`
    insert into residence (township_id, learner_id, village_id, since)
    select ${townshipId}, id, village_id, since
    from jsonb_to_recordset(${json}::jsonb) as row(id uuid, village_id uuid, since date)`.execute(db);
  if (rows.every((row) => row.group_ids.length === 0)) return;
  await sql`
    insert into group_membership (township_id, group_id, learner_id, since)
    select ${townshipId}, group_id::uuid, id, since
    from jsonb_to_recordset(${json}::jsonb) as row(id uuid, since date, group_ids jsonb),
      jsonb_array_elements_text(group_ids) as group_id`.execute(db);
}
