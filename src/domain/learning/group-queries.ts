import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';

/** Who sits where in a class. `learnerId` is null while nobody on the roster has that number or card. */
export interface GroupSeat {
  seat: number;
  learnerId: string | null;
  /** The number as keyed in; null for a card. */
  numberGiven: string | null;
}

/** A class as it arrives: whose code it was, null when nobody's. */
export interface NewClass {
  sittingId: string;
  trainerId: string | null;
  seats: GroupSeat[];
}

/** The farmers on the roster with these numbers, and the holders of these good cards (by token hash). */
export async function findSeated(
  db: Database,
  townshipId: string,
  given: { numbers: readonly string[]; cardHashes: readonly string[] },
): Promise<{ byNumber: Map<string, string>; byCard: Map<string, string> }> {
  const { rows } = await sql<{ learnerId: string; number: string | null; card: string | null }>`
    select l.id as "learnerId", given.number, null as card from learner given
    join learner l on l.township_id = given.township_id and l.id = coalesce(given.merged_into, given.id) and l.removed_at is null
    where given.township_id = ${townshipId} and given.number = any(${given.numbers}::text[])
    union all
    select l.id, null, c.token_hash from learner_card c join learner l on l.township_id = c.township_id and l.id = c.learner_id
    where c.township_id = ${townshipId} and c.voided_at is null and l.removed_at is null and c.token_hash = any(${given.cardHashes}::text[])`.execute(
    db,
  );
  const byNumber = new Map<string, string>();
  const byCard = new Map<string, string>();
  for (const { learnerId, number, card } of rows) {
    if (number !== null) byNumber.set(number, learnerId);
    if (card !== null) byCard.set(card, learnerId);
  }
  return { byNumber, byCard };
}

export async function insertClasses(db: Database, townshipId: string, classes: readonly NewClass[], now: Date): Promise<void> {
  if (classes.length === 0) return;
  const seats = classes.flatMap(({ sittingId, seats: taken }) => taken.map((seat) => ({ ...seat, sittingId })));
  await sql`
    insert into training_class (township_id, sitting_id, trainer_id, confirmed_at)
    select ${townshipId}::uuid, "sittingId", "trainerId", case when "trainerId" is not null then ${now}::timestamptz end
    from json_to_recordset(${JSON.stringify(classes)}::json) as x("sittingId" uuid, "trainerId" uuid) on conflict do nothing`.execute(db);
  await sql`
    insert into class_seat (township_id, sitting_id, seat, learner_id, number_given)
    select ${townshipId}::uuid, "sittingId", seat, "learnerId", "numberGiven"
    from json_to_recordset(${JSON.stringify(seats)}::json) as x("sittingId" uuid, seat int, "learnerId" uuid, "numberGiven" text)
    on conflict do nothing`.execute(db);
}

/**
 * Who sits in these classes, by sitting. Holds the classes until the transaction ends, so that a seat given away meanwhile is neither missed
 * nor counted: whoever changes seats takes the same lock first.
 */
export async function attendeesOf(db: Database, townshipId: string, sittingIds: readonly string[]): Promise<Map<string, string[]>> {
  const attendees = new Map<string, string[]>();
  if (sittingIds.length === 0) return attendees;
  await sql`
    select sitting_id from training_class where township_id = ${townshipId} and sitting_id = any(${sittingIds}::uuid[])
    order by sitting_id for no key update`.execute(db);
  const { rows } = await sql<{ sittingId: string; learnerId: string }>`
    select sitting_id as "sittingId", learner_id as "learnerId" from class_seat
    where township_id = ${townshipId} and sitting_id = any(${sittingIds}::uuid[]) and learner_id is not null`.execute(db);
  for (const { sittingId, learnerId } of rows) attendees.set(sittingId, [...(attendees.get(sittingId) ?? []), learnerId]);
  return attendees;
}
