import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { TOPICS } from '../src/lesson-mdx/checked-lesson.ts';

/** A township of `farmers` with a standing in every topic, filled by SQL: the coverage report is measured on it, not the filling. */
export async function fillTownship(db: Database, farmers: number): Promise<{ townshipId: string }> {
  const townshipId = randomUUID();
  await sql`insert into township (id, name_zh, name_en, created_at) values (${townshipId}, '大镇', 'Large', now())`.execute(db);
  await sql`insert into village (township_id, id, name_zh, name_en, position)
    select ${townshipId}, gen_random_uuid(), '村' || n, 'Village ' || n, n from generate_series(1, 16) n`.execute(db);
  await sql`insert into base (township_id, id, name_zh, name_en) select ${townshipId}, 'b' || n, '基地' || n, 'Base ' || n from generate_series(1, 5) n`.execute(
    db,
  );
  await sql`insert into learner (township_id, id, number, name, sex, birth_year, created_at)
    select ${townshipId}, gen_random_uuid(), lpad(n::text, 6, '0'), '农户' || n, case when n % 2 = 0 then 'female' else 'male' end,
      1950 + n % 60, now() from generate_series(1, ${farmers}::int) n`.execute(db);
  await sql`insert into residence (township_id, learner_id, village_id, since)
    select l.township_id, l.id, v.id, '2020-01-01' from learner l
    join village v on v.township_id = l.township_id and v.position = 1 + l.number::int % 16 where l.township_id = ${townshipId}`.execute(
    db,
  );
  const days = TOPICS.flatMap((topic) => ['reached', 'completed', 'mastered', 'retained'].map((rung) => `${topic}_${rung}_on`));
  const values = TOPICS.flatMap((_, i) => {
    const day = `date '2026-01-01' + (l.number::int * 7 + ${i + 1}) % 300`;
    const r = `(l.number::int * 31 + ${i + 1} * 17) % 100`;
    const upTo = (share: number, plus = 0) => `case when ${r} < ${share} then ${day} + ${plus} end`;
    return [upTo(80), upTo(60), upTo(35), upTo(12, 20)];
  });
  // In no order, as years of learning leave them.
  await sql`insert into standing_row (township_id, learner_id, base_id, ${sql.raw(days.join(', '))})
    select l.township_id, l.id, b.base, ${sql.raw(values.join(', '))}
    from learner l cross join lateral (values (''), ('b' || 1 + l.number::int % 5)) b(base) where l.township_id = ${townshipId} order by random()`.execute(
    db,
  );
  // As the server itself does minutes after so many rows came.
  await sql`vacuum analyze`.execute(db);
  return { townshipId };
}

/** Brings the township's learning records up to `total`, so that the report can be timed beside few and many. */
export async function fillRecords(db: Database, townshipId: string, total: number): Promise<void> {
  await sql`insert into sitting (township_id, id, base_id, learner_id, sequence, began_at, received_at)
    select l.township_id, gen_random_uuid(), 'b1', l.id, 1, now(), now() from learner l
    where l.township_id = ${townshipId} and not exists (select from sitting s where s.township_id = l.township_id)`.execute(db);
  await sql`insert into learning_record (township_id, id, sitting_id, seq, verb, occurred_at, kiosk_time, received_at, bytes_hash)
    select s.township_id, gen_random_uuid(), s.id, k.base + n.n, 'stepped', now(), now(), now(), 'x' from sitting s
    cross join lateral (select coalesce(max(seq) + 1, 0) as base from learning_record r where r.township_id = s.township_id and r.sitting_id = s.id) k
    cross join generate_series(0, 999) n(n) where s.township_id = ${townshipId}
    order by n.n limit greatest(0, ${total}::int - (select count(*) from learning_record where township_id = ${townshipId}))`.execute(db);
  // As the server itself does minutes after so many rows came.
  await sql`vacuum analyze`.execute(db);
}
