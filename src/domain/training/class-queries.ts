import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';

/** A class as its list shows it. `minutes` is from its beginning to its last record, by the kiosk's own clock. */
export interface ClassRow {
  id: string;
  baseId: string;
  baseZh: string;
  baseEn: string;
  beganAt: Date;
  minutes: number;
  /** Who gave it; null while no trainer is known. */
  trainerId: string | null;
  trainer: string | null;
  isDiscarded: boolean;
  seats: number;
  /** Seats whose number or card belongs to nobody on the roster. */
  unknownSeats: number;
  lessons: { lessonId: string; version: number; zh: string; en: string }[];
}

export interface SeatRow {
  seat: number;
  learnerId: string | null;
  numberGiven: string | null;
  number: string | null;
  name: string | null;
  villageZh: string | null;
  villageEn: string | null;
}

/** Classes begun in [from, until), newest first; at these bases, or at any when `baseIds` is null; one alone when `id` is given. */
export async function selectClasses(
  db: Database,
  townshipId: string,
  where: { baseIds: readonly string[] | null; from: Date; until: Date } | { id: string },
): Promise<ClassRow[]> {
  const isWanted =
    'id' in where
      ? sql`s.id = ${where.id}::uuid`
      : sql`s.began_at >= ${where.from} and s.began_at < ${where.until}
        and (${where.baseIds === null}::boolean or s.base_id = any(${where.baseIds ?? []}::text[]))`;
  const { rows } = await sql<ClassRow>`
    select s.id, s.base_id as "baseId", b.name_zh as "baseZh", b.name_en as "baseEn", s.began_at as "beganAt",
      coalesce(r.minutes, 0)::float8 as minutes, c.trainer_id as "trainerId", a.display_name as trainer, c.discarded_at is not null as "isDiscarded",
      coalesce(p.seats, 0)::int as seats, coalesce(p.unknown, 0)::int as "unknownSeats", coalesce(l.lessons, '[]') as lessons
    from training_class c
    join sitting s on s.township_id = c.township_id and s.id = c.sitting_id
    join base b on b.township_id = s.township_id and b.id = s.base_id
    left join account a on a.township_id = c.township_id and a.id = c.trainer_id
    left join lateral (
      select ceil(extract(epoch from max(kiosk_time) - min(kiosk_time)) / 60) as minutes
      from learning_record where township_id = c.township_id and sitting_id = c.sitting_id
    ) r on true
    left join lateral (
      select count(*) as seats, count(*) filter (where learner_id is null) as unknown
      from class_seat where township_id = c.township_id and sitting_id = c.sitting_id
    ) p on true
    left join lateral (
      select json_agg(json_build_object('lessonId', o.lesson_id, 'version', o.version, 'zh', v.checked->'title'->>'zh', 'en', v.checked->'title'->>'en')
        order by o.seq) as lessons
      from (
        select distinct on (lesson_id, version) lesson_id, version, seq from learning_record
        where township_id = c.township_id and sitting_id = c.sitting_id and verb = 'opened' order by lesson_id, version, seq
      ) o
      join lesson_version v on v.township_id = c.township_id and v.lesson_id = o.lesson_id and v.version = o.version
    ) l on true
    where c.township_id = ${townshipId} and ${isWanted}
    order by s.began_at desc, s.id`.execute(db);
  return rows;
}

/** Who sat where, with the village they lived in on that day. */
export async function selectSeats(db: Database, townshipId: string, sittingId: string, day: Day): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select a.seat, a.learner_id as "learnerId", a.number_given as "numberGiven", l.number, l.name, v.name_zh as "villageZh", v.name_en as "villageEn"
    from class_seat a
    left join learner l on l.township_id = a.township_id and l.id = a.learner_id
    left join residence r on r.township_id = l.township_id and r.learner_id = l.id and r.since <= ${day}::date
      and (r.until is null or r.until > ${day}::date)
    left join village v on v.township_id = r.township_id and v.id = r.village_id
    where a.township_id = ${townshipId} and a.sitting_id = ${sittingId}::uuid order by a.seat`.execute(db);
  return rows;
}

/** Questions the group answered, by their last answer, and how many of those were right. No person's. */
export async function selectGroupAnswers(
  db: Database,
  townshipId: string,
  sittingId: string,
): Promise<{ answered: number; right: number }> {
  const { rows } = await sql<{ answered: number; right: number }>`
    select count(*)::int as answered, count(*) filter (where is_correct)::int as right from (
      select distinct on (lesson_id, question_id) is_correct from learning_record
      where township_id = ${townshipId} and sitting_id = ${sittingId}::uuid and verb = 'answered' order by lesson_id, question_id, seq desc
    ) last`.execute(db);
  return rows[0] ?? { answered: 0, right: 0 };
}

/** Locks a class until the transaction ends, and says where it was held; null when there is none. */
export async function lockClass(
  db: Database,
  townshipId: string,
  sittingId: string,
): Promise<{ baseId: string; trainerId: string | null; isDiscarded: boolean } | null> {
  const { rows } = await sql<{ baseId: string; trainerId: string | null; isDiscarded: boolean }>`
    select s.base_id as "baseId", c.trainer_id as "trainerId", c.discarded_at is not null as "isDiscarded"
    from training_class c join sitting s on s.township_id = c.township_id and s.id = c.sitting_id
    where c.township_id = ${townshipId} and c.sitting_id = ${sittingId}::uuid for update of c`.execute(db);
  return rows[0] ?? null;
}
