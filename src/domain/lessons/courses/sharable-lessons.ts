import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';

interface SharableLesson {
  id: string;
  title: Record<Language, string>;
  courseTitle: Record<Language, string>;
}

/** Published lessons of the township's other courses that this course does not have. */
export async function sharableLessons(db: Database, actor: Actor, courseId: string): Promise<SharableLesson[]> {
  requirePermission(actor, 'course:write');
  const { rows } = await sql<SharableLesson>`
    select place.lesson_id as id, frozen.checked->'title' as title,
      json_build_object('zh', course.title_zh, 'en', course.title_en) as "courseTitle"
    from course_lesson place
    join course on course.township_id = place.township_id and course.id = place.course_id
    join lateral (select version from lesson_publication p
      where p.township_id = place.township_id and p.lesson_id = place.lesson_id order by p.id desc limit 1) shown on shown.version is not null
    join lesson_version frozen on frozen.township_id = place.township_id and frozen.lesson_id = place.lesson_id and frozen.version = shown.version
    where place.township_id = ${actor.townshipId} and place.course_id <> ${courseId} and place.shared_from is null and not exists (
      select 1 from course_lesson here
      where here.township_id = place.township_id and here.course_id = ${courseId} and here.lesson_id = place.lesson_id)
    order by course.base_id, course.position, place.position`.execute(db);
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
