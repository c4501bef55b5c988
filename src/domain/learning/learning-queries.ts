import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { RecordVerb } from '../../../db/schema.ts';
import { TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import type { LearningFact, LessonState, Standing } from './fold-rules.ts';
import { RUNGS, rungDay } from './rungs.ts';

const DAYS = TOPICS.flatMap((topic) => RUNGS.map((rung) => rungDay(topic, rung)));
const RUNG_DAYS = sql.raw(DAYS.join(', '));
const RUNG_DAY_TYPES = sql.raw(DAYS.map((day) => `${day} date`).join(', '));
const STANDING_DAYS = sql.raw(DAYS.map((day) => `standing_row.${day}`).join(', '));
const EXCLUDED_DAYS = sql.raw(DAYS.map((day) => `excluded.${day}`).join(', '));

/** Records that say nothing of what a farmer learned. The questions before and after a course are compared, and neither count nor harm. */
export const UNFOLDED: ReadonlySet<RecordVerb> = new Set<RecordVerb>(['began', 'rated', 'ended', 'tested-before', 'tested-after']);

/** A sitting as far as a batch needs it. */
export interface SittingRow {
  id: string;
  kioskId: string | null;
  baseId: string;
  learnerId: string | null;
}

export interface NewSitting extends SittingRow {
  sequence: number;
  beganAt: Date;
}

export interface NewRecord {
  id: string;
  sittingId: string;
  seq: number;
  verb: RecordVerb;
  lessonId: string | null;
  version: number | null;
  questionId: string | null;
  /** JSON text, or null. */
  response: string | null;
  occurredAt: Date;
  kioskTime: Date;
  wasFuture: boolean;
  isCorrect: boolean | null;
  hash: string;
}

export async function findSittings(db: Database, townshipId: string, ids: readonly string[]): Promise<SittingRow[]> {
  const { rows } = await sql<SittingRow>`
    select id, kiosk_id as "kioskId", base_id as "baseId", learner_id as "learnerId"
    from sitting where township_id = ${townshipId} and id = any(${ids}::uuid[])
    -- Whoever assigns a sitting meanwhile waits, or is waited for: no record may slip in between unfolded.
    order by id for key share`.execute(db);
  return rows;
}

/** Records that hold one of these ids, or one of these places in a sitting. */
export async function findTaken(
  db: Database,
  townshipId: string,
  records: readonly { id: string; sitting: string; seq: number }[],
): Promise<{ id: string; sittingId: string; seq: number; hash: string }[]> {
  const { rows } = await sql<{ id: string; sittingId: string; seq: number; hash: string }>`
    with sent as materialized (
      select id, sitting, seq from json_to_recordset(${JSON.stringify(records)}::json) as x(id uuid, sitting uuid, seq int)
    )
    select r.id, r.sitting_id as "sittingId", r.seq, r.bytes_hash as hash from sent
    join learning_record r on r.township_id = ${townshipId} and r.id = sent.id
    union
    select r.id, r.sitting_id, r.seq, r.bytes_hash from sent
    join learning_record r on r.township_id = ${townshipId} and r.sitting_id = sent.sitting and r.seq = sent.seq`.execute(db);
  return rows;
}

/** Locks these learners in id order, so that two batches can never wait for each other, and answers which exist. */
export async function lockLearners(db: Database, townshipId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from learner where township_id = ${townshipId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Which of these were merged into another entry of the same person, and into which. */
export async function mergedInto(db: Database, townshipId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; into: string }>`
    select id, merged_into as "into" from learner
    where township_id = ${townshipId} and id = any(${ids}::uuid[]) and merged_into is not null`.execute(db);
  return new Map(rows.map(({ id, into }) => [id, into]));
}

/** Begins the sittings and answers the ids that were new. */
export async function insertSittings(db: Database, townshipId: string, sittings: readonly NewSitting[], now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into sitting (township_id, id, kiosk_id, base_id, learner_id, sequence, began_at, received_at)
    select ${townshipId}::uuid, id, "kioskId", "baseId", "learnerId", sequence, "beganAt", ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(sittings)}::json)
      as x(id uuid, "kioskId" uuid, "baseId" text, "learnerId" uuid, sequence bigint, "beganAt" timestamptz)
    order by id on conflict do nothing returning id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Appends the records and answers the ids that were new. */
export async function insertRecords(
  db: Database,
  townshipId: string,
  records: readonly NewRecord[],
  received: { now: Date; skewMs: number | null },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into learning_record (township_id, id, sitting_id, seq, verb, lesson_id, version, question_id, response,
      occurred_at, kiosk_time, received_at, was_future, skew_ms, is_correct, bytes_hash)
    select ${townshipId}::uuid, id, "sittingId", seq, verb, "lessonId", version, "questionId", response::jsonb,
      "occurredAt", "kioskTime", ${received.now}::timestamptz, "wasFuture", ${received.skewMs}::bigint, "isCorrect", hash
    from json_to_recordset(${JSON.stringify(records)}::json) as x(id uuid, "sittingId" uuid, seq int, verb text, "lessonId" text,
      version int, "questionId" text, response text, "occurredAt" timestamptz, "kioskTime" timestamptz, "wasFuture" boolean,
      "isCorrect" boolean, hash text)
    order by id on conflict do nothing returning id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export async function insertConflicts(
  db: Database,
  townshipId: string,
  conflicts: readonly { id: string; hash: string; body: string }[],
  received: { now: Date; kioskId: string },
): Promise<void> {
  await sql`
    insert into record_conflict (township_id, id, bytes_hash, body, kiosk_id, received_at)
    select ${townshipId}::uuid, id, hash, body::jsonb, ${received.kioskId}::uuid, ${received.now}::timestamptz
    from json_to_recordset(${JSON.stringify(conflicts)}::json) as x(id uuid, hash text, body text)
    on conflict do nothing`.execute(db);
}

/** Joins courses at the moment given, or earlier where an earlier record turned up late. */
export async function joinCourses(
  db: Database,
  townshipId: string,
  joined: readonly { learnerId: string; courseId: string; at: Date }[],
): Promise<void> {
  await sql`
    insert into enrolment (township_id, learner_id, course_id, enrolled_at, enrolled_by)
    select ${townshipId}::uuid, "learnerId", "courseId", min(at), 'learner'
    from json_to_recordset(${JSON.stringify(joined)}::json) as x("learnerId" uuid, "courseId" text, at timestamptz)
    group by "learnerId", "courseId" order by 2, 3
    on conflict (township_id, learner_id, course_id) do update set enrolled_at = excluded.enrolled_at
    where excluded.enrolled_at < enrolment.enrolled_at`.execute(db);
}

/**
 * Every record of these learners' own sittings that the fold reads, and what was opened in the classes they attended. A class counts once its
 * trainer is known, and as attendance only: `{group: true}`.
 */
export async function loadFacts(db: Database, townshipId: string, learnerIds: readonly string[]): Promise<Map<string, LearningFact[]>> {
  const { rows } = await sql<LearningFact & { learnerId: string }>`
    select s.learner_id as "learnerId", s.id as "sittingId", coalesce(s.kiosk_id::text, '') as "kioskId", s.sequence, s.base_id as "baseId",
      r.id, r.seq, r.verb, r.lesson_id as "lessonId", r.version, r.question_id as "questionId", r.is_correct as "isCorrect",
      round(extract(epoch from r.occurred_at) * 1000)::float8 as "occurredAt", q.sitting_id is not null as "isAssigned",
      case when r.verb in ('stepped', 'voided', 'adopted') or jsonb_typeof(r.response) = 'object' then r.response end as response
    from sitting s join learning_record r on r.township_id = s.township_id and r.sitting_id = s.id
    left join quarantined_sitting q on q.township_id = s.township_id and q.sitting_id = s.id
    where s.township_id = ${townshipId} and s.learner_id = any(${learnerIds}::uuid[]) and r.verb <> all(${[...UNFOLDED]}::text[])
    union all
    select a.learner_id, s.id, coalesce(s.kiosk_id::text, ''), s.sequence, s.base_id, r.id, r.seq, r.verb, r.lesson_id, r.version, null, null,
      round(extract(epoch from r.occurred_at) * 1000)::float8, false, '{"group": true}'::jsonb
    from class_seat a
    join training_class c on c.township_id = a.township_id and c.sitting_id = a.sitting_id and c.confirmed_at is not null and c.discarded_at is null
    join sitting s on s.township_id = a.township_id and s.id = a.sitting_id
    join learning_record r on r.township_id = s.township_id and r.sitting_id = s.id and r.verb = 'opened'
    where a.township_id = ${townshipId} and a.learner_id = any(${learnerIds}::uuid[])`.execute(db);
  const facts = new Map<string, LearningFact[]>(learnerIds.map((id) => [id, []]));
  for (const row of rows) facts.get(row.learnerId)?.push(row);
  return facts;
}

export async function saveLessonStates(
  db: Database,
  townshipId: string,
  states: readonly (LessonState & { learnerId: string })[],
): Promise<void> {
  const rows = states.map((state) => ({
    ...state,
    startedAt: new Date(state.startedAt),
    touchedAt: new Date(state.touchedAt),
    completedAt: state.completedAt === null ? null : new Date(state.completedAt),
  }));
  await sql`
    insert into lesson_state (township_id, learner_id, lesson_id, version, place, started_at, touched_at, completed_at, completed_version, evidence)
    select ${townshipId}::uuid, "learnerId", "lessonId", version, place, "startedAt", "touchedAt", "completedAt", "completedVersion", evidence
    from json_to_recordset(${JSON.stringify(rows)}::json) as x("learnerId" uuid, "lessonId" text, version int, place int,
      "startedAt" timestamptz, "touchedAt" timestamptz, "completedAt" timestamptz, "completedVersion" int, evidence jsonb)
    on conflict (township_id, learner_id, lesson_id) do update set version = excluded.version, place = excluded.place,
      started_at = excluded.started_at, touched_at = excluded.touched_at, completed_at = excluded.completed_at,
      completed_version = excluded.completed_version, evidence = excluded.evidence
    where (lesson_state.version, lesson_state.place, lesson_state.started_at, lesson_state.touched_at, lesson_state.completed_at,
        lesson_state.completed_version, lesson_state.evidence)
      is distinct from (excluded.version, excluded.place, excluded.started_at, excluded.touched_at, excluded.completed_at,
        excluded.completed_version, excluded.evidence)`.execute(db);
}

/** Writes a row for each learner and base; `standings` hold every topic these learners stand in. */
export async function saveStandings(
  db: Database,
  townshipId: string,
  standings: readonly (Standing & { learnerId: string })[],
): Promise<void> {
  const rows = new Map<string, Record<string, string | null>>();
  for (const standing of standings) {
    const { learnerId, baseId, topic } = standing;
    const row = rows.get(`${learnerId} ${baseId}`) ?? { learner_id: learnerId, base_id: baseId };
    for (const rung of RUNGS) row[rungDay(topic, rung)] = standing[rung];
    rows.set(`${learnerId} ${baseId}`, row);
  }
  await sql`
    insert into standing_row (township_id, learner_id, base_id, ${RUNG_DAYS})
    select ${townshipId}::uuid, learner_id, base_id, ${RUNG_DAYS}
    from json_to_recordset(${JSON.stringify([...rows.values()])}::json) as x(learner_id uuid, base_id text, ${RUNG_DAY_TYPES})
    on conflict (township_id, base_id, learner_id) do update set (${RUNG_DAYS}) = row(${EXCLUDED_DAYS})
    where (${STANDING_DAYS}) is distinct from (${EXCLUDED_DAYS})`.execute(db);
}

/** Forgets what was folded for these learners; a void or a rebuild may leave less than there was. */
export async function clearFolded(db: Database, townshipId: string, learnerIds: readonly string[]): Promise<void> {
  await sql`delete from lesson_state where township_id = ${townshipId} and learner_id = any(${learnerIds}::uuid[])`.execute(db);
  await sql`delete from standing_row where township_id = ${townshipId} and learner_id = any(${learnerIds}::uuid[])`.execute(db);
}

/** Notes when a kiosk was heard, how far its clock is off, and its next sitting; answers the database's epoch. */
export async function noteKioskHeard(
  db: Database,
  kiosk: { townshipId: string; kioskId: string },
  heard: { now: Date; skewMs: number | null; nextSequence: number },
): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`
    with heard as (
      update kiosk set last_heard_at = greatest(last_heard_at, ${heard.now}::timestamptz), last_skew_ms = ${heard.skewMs}::bigint,
        next_sequence = greatest(next_sequence, ${heard.nextSequence}::bigint)
      where township_id = ${kiosk.townshipId} and id = ${kiosk.kioskId}
    )
    select epoch from installation`.execute(db);
  return rows[0]?.epoch ?? '';
}
