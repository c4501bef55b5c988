import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { mayDo, requirePermission } from '../../people/permissions.ts';
import { TITLE } from '../drafts/list-reviews.ts';

export interface CourseInStudio {
  id: string;
  baseId: string;
  title: Record<Language, string>;
  summary: Record<Language, string>;
  classHours: number;
  mayOrder: boolean;
  /** In order, published or not. `sharedFrom` is the course whose lesson it is, where a trainer shared it. */
  lessons: { id: string; title: Record<Language, string | null>; publishedVersion: number | null; sharedFrom: string | null }[];
}

/** A course with all its lessons, for those who make it; null for an unknown one. */
export async function courseLessons(db: Database, actor: Actor, courseId: string): Promise<CourseInStudio | null> {
  requirePermission(actor, 'lesson:read');
  const course = await db
    .selectFrom('course')
    .selectAll()
    .where('township_id', '=', actor.townshipId)
    .where('id', '=', courseId)
    .executeTakeFirst();
  if (!course) return null;
  const { rows } = await sql<CourseInStudio['lessons'][number]>`
    select place.lesson_id as id, place.shared_from as "sharedFrom", shown.version as "publishedVersion",
      coalesce(json_build_object('zh', substring(kept.zh_source from ${TITLE}), 'en', substring(kept.en_source from ${TITLE}))::jsonb, '{}')
        || coalesce(frozen.title, '{}') as title
    from course_lesson place
    left join lesson_draft draft on draft.township_id = place.township_id and draft.lesson_id = place.lesson_id
    left join draft_revision kept on kept.township_id = draft.township_id and kept.lesson_id = draft.lesson_id and kept.revision = draft.revision
    left join lateral (select version from lesson_publication p
      where p.township_id = place.township_id and p.lesson_id = place.lesson_id order by p.id desc limit 1) shown on true
    left join lateral (select checked->'title' as title from lesson_version v
      where v.township_id = place.township_id and v.lesson_id = place.lesson_id order by v.version desc limit 1) frozen on true
    where place.township_id = ${actor.townshipId} and place.course_id = ${courseId}
    order by place.position`.execute(db);
  return {
    id: course.id,
    baseId: course.base_id,
    title: { zh: course.title_zh, en: course.title_en },
    summary: { zh: course.summary_zh, en: course.summary_en },
    classHours: Number(course.class_hours),
    mayOrder: mayDo(actor, 'course:write', { base: course.base_id }),
    lessons: rows,
  };
}
