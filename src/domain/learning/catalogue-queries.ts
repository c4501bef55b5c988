import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import type { Assignments, Catalogue } from './scope-rules.ts';

/** Every course with its lessons, and every publication in order. Small: it grows with the courseware, not with people. */
export async function loadCatalogue(db: Database, townshipId: string): Promise<Catalogue> {
  const { rows } = await sql<{ course_id: string; base_id: string; lesson_id: string; publications: [number | null, number][] | null }>`
    select c.id as course_id, c.base_id, cl.lesson_id, p.publications
    from course c join course_lesson cl on cl.township_id = c.township_id and cl.course_id = c.id
    left join (
      select lesson_id, json_agg(json_build_array(version, round(extract(epoch from published_at) * 1000)) order by published_at, id) as publications
      from lesson_publication where township_id = ${townshipId} group by lesson_id
    ) p on p.lesson_id = cl.lesson_id
    where c.township_id = ${townshipId} order by c.position, c.id, cl.position`.execute(db);
  const catalogue: Catalogue = { courses: [], publications: new Map() };
  for (const row of rows) {
    let course = catalogue.courses.find((known) => known.id === row.course_id);
    if (!course) {
      course = { id: row.course_id, baseId: row.base_id, lessons: [] };
      catalogue.courses.push(course);
    }
    course.lessons.push(row.lesson_id);
    catalogue.publications.set(
      row.lesson_id,
      (row.publications ?? []).map(([version, at]) => ({ version, at })),
    );
  }
  return catalogue;
}

/** Versions that were ever published of the lessons in courses. */
export function publishedVersions(catalogue: Catalogue): { lessonId: string; version: number }[] {
  return [...catalogue.publications].flatMap(([lessonId, publications]) =>
    publications.flatMap(({ version }) => (version === null ? [] : [{ lessonId, version }])),
  );
}

/** What is required of each learner, through the village where a base stands or through a group, and what they joined. */
export async function loadAssignments(db: Database, townshipId: string, learnerIds: readonly string[]): Promise<Map<string, Assignments>> {
  const { rows } = await sql<{ learner_id: string; course_id: string; since: Day | null; until: Day | null; at: number | null }>`
    select r.learner_id, q.course_id, greatest(q.since, r.since) as since, least(q.until, r.until) as until, null::float8 as at
    from requirement q
    join base b on b.township_id = q.township_id and b.id = q.base_id
    join residence r on r.township_id = q.township_id and r.village_id = b.village_id
    where q.township_id = ${townshipId} and r.learner_id = any(${learnerIds}::uuid[]) and daterange(q.since, q.until) && daterange(r.since, r.until)
    union all
    select m.learner_id, q.course_id, greatest(q.since, m.since), least(q.until, m.until), null
    from requirement q
    join group_membership m on m.township_id = q.township_id and m.group_id = q.group_id
    where q.township_id = ${townshipId} and m.learner_id = any(${learnerIds}::uuid[]) and daterange(q.since, q.until) && daterange(m.since, m.until)
    union all
    select e.learner_id, e.course_id, null, null, round(extract(epoch from e.enrolled_at) * 1000)::float8
    from enrolment e where e.township_id = ${townshipId} and e.learner_id = any(${learnerIds}::uuid[])`.execute(db);
  const all = new Map<string, Assignments>(learnerIds.map((id) => [id, { required: [], enrolled: [] }]));
  for (const row of rows) {
    const one = all.get(row.learner_id);
    if (row.since !== null) one?.required.push({ courseId: row.course_id, since: row.since, until: row.until });
    else if (row.at !== null) one?.enrolled.push({ courseId: row.course_id, at: row.at });
  }
  return all;
}
