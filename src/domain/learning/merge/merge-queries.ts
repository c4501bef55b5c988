import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import { unionOf, without } from './merge-rules.ts';

/** Two entries of the roster: everything of `droppedId` goes to `keptId`. */
export interface Pair {
  townshipId: string;
  keptId: string;
  droppedId: string;
}

/** Sittings, and everything that waits on one: records sent from now on find the entry that stays. Answers how many sittings. */
export async function moveSittings(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<number> {
  const { numAffectedRows } = await sql`
    update sitting set learner_id = ${keptId} where township_id = ${townshipId} and learner_id = ${droppedId}`.execute(trx);
  await sql`
    update quarantined_sitting set
      presumed_learner_id = case when presumed_learner_id = ${droppedId} then ${keptId}::uuid else presumed_learner_id end,
      proposed_learner_id = case when proposed_learner_id = ${droppedId} then ${keptId}::uuid else proposed_learner_id end
    where township_id = ${townshipId} and ${droppedId}::uuid in (presumed_learner_id, proposed_learner_id)`.execute(trx);
  await sql`
    update newcomer set matched_learner_id = ${keptId} where township_id = ${townshipId} and matched_learner_id = ${droppedId}`.execute(
    trx,
  );
  await sql`
    update rejected_record set learner_id = ${keptId} where township_id = ${townshipId} and learner_id = ${droppedId}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** Seats in classes; where both were seated it was one person on two chairs. */
export async function moveSeats(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<void> {
  await sql`
    delete from class_seat s using class_seat other
    where s.township_id = ${townshipId} and s.learner_id = ${droppedId}
      and other.township_id = s.township_id and other.sitting_id = s.sitting_id and other.learner_id = ${keptId}`.execute(trx);
  await sql`
    update class_seat set learner_id = ${keptId} where township_id = ${townshipId} and learner_id = ${droppedId}`.execute(trx);
}

/** Courses joined by either, since the earlier day and by the hand that joined then. */
export async function moveEnrolments(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<void> {
  await sql`
    insert into enrolment (township_id, learner_id, course_id, enrolled_at, enrolled_by, account_id)
    select township_id, ${keptId}::uuid, course_id, enrolled_at, enrolled_by, account_id from enrolment
    where township_id = ${townshipId} and learner_id = ${droppedId} order by course_id
    on conflict (township_id, learner_id, course_id) do update set enrolled_at = excluded.enrolled_at,
      enrolled_by = excluded.enrolled_by, account_id = excluded.account_id
    where excluded.enrolled_at < enrolment.enrolled_at`.execute(trx);
  await sql`delete from enrolment where township_id = ${townshipId} and learner_id = ${droppedId}`.execute(trx);
}

/** A member of a group on every day that either entry was. */
export async function moveMemberships(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<void> {
  const { rows } = await sql<{ groupId: string; since: string; until: string | null }>`
    delete from group_membership where township_id = ${townshipId} and learner_id in (${keptId}, ${droppedId})
    returning group_id as "groupId", since, until`.execute(trx);
  const kept = [...Map.groupBy(rows, ({ groupId }) => groupId)].flatMap(([groupId, spans]) =>
    unionOf(spans).map((span) => ({ groupId, ...span })),
  );
  await sql`
    insert into group_membership (township_id, group_id, learner_id, since, until)
    select ${townshipId}::uuid, "groupId", ${keptId}::uuid, since, until
    from json_to_recordset(${JSON.stringify(kept)}::json) as x("groupId" uuid, since date, until date)`.execute(trx);
}

/** Where the person lived: the entry that stays is believed on every day it speaks of; the other fills the days before. */
export async function moveResidence(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<void> {
  const { rows } = await sql<{ learnerId: string; villageId: string; since: string; until: string | null }>`
    select learner_id as "learnerId", village_id as "villageId", since, until from residence
    where township_id = ${townshipId} and learner_id in (${keptId}, ${droppedId}) order by since`.execute(trx);
  const [kept, dropped] = [rows.filter(({ learnerId }) => learnerId === keptId), rows.filter(({ learnerId }) => learnerId === droppedId)];
  const filling = dropped.flatMap((place) => without(place, kept));
  await sql`delete from residence where township_id = ${townshipId} and learner_id = ${droppedId}`.execute(trx);
  await sql`
    insert into residence (township_id, learner_id, village_id, since, until)
    select ${townshipId}::uuid, ${keptId}::uuid, "villageId", since, until
    from json_to_recordset(${JSON.stringify(filling)}::json) as x("villageId" uuid, since date, until date)`.execute(trx);
}
