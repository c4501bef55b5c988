import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

export interface LessonState {
  lessonId: string;
  courseTitle: Record<Language, string>;
  /** Of the version kiosks show; of the newest one where they show none. */
  title: Record<Language, string>;
  /** What kiosks show, null for nothing. */
  published: number | null;
  publishedAt: Date | null;
  /** The newest frozen version: more than `published` when one was taken back. */
  newest: number;
}

/** Every lesson of a base's courses in order, published or not, with the state it is in. */
export async function lessonStates(db: Database, actor: Actor, baseId: string): Promise<LessonState[]> {
  requirePermission(actor, 'lesson:read');
  const { rows } = await sql<LessonState>`
    select place.lesson_id as "lessonId", json_build_object('zh', course.title_zh, 'en', course.title_en) as "courseTitle",
      frozen.checked->'title' as title, shown.version as published, case when shown.version is not null then shown.published_at end as "publishedAt",
      newest.version as newest
    from course join course_lesson place on place.township_id = course.township_id and place.course_id = course.id
    join lateral (select max(version) as version from lesson_version v
      where v.township_id = place.township_id and v.lesson_id = place.lesson_id) newest on newest.version is not null
    left join lateral (select version, published_at from lesson_publication p
      where p.township_id = place.township_id and p.lesson_id = place.lesson_id order by p.id desc limit 1) shown on true
    join lesson_version frozen on frozen.township_id = place.township_id and frozen.lesson_id = place.lesson_id
      and frozen.version = coalesce(shown.version, newest.version)
    where course.township_id = ${actor.townshipId} and course.base_id = ${baseId}
    order by course.position, course.id, place.position`.execute(db);
  return rows;
}
