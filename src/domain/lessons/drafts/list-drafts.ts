import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { TITLE } from './list-reviews.ts';

export interface ListedDraft {
  lesson: string;
  courseId: string;
  courseTitle: Record<Language, string>;
  /** What stands in the text; null for a text without a title. */
  title: Record<Language, string | null>;
  /** What kiosks show. */
  publishedVersion: number | null;
  /** There is a text newer than what kiosks show. */
  hasChanges: boolean;
  /** Of that text; null when it was never checked. */
  problems: number | null;
  savedBy: string | null;
  savedAt: Date | null;
  review: 'asked' | 'approved' | 'sent-back' | null;
  /** Why it was sent back. */
  reason: string | null;
}

/** Every lesson of a base's courses in order with the state its draft is in. */
export async function listDrafts(db: Database, actor: Actor, baseId: string): Promise<ListedDraft[]> {
  requirePermission(actor, 'lesson:write', { base: baseId });
  const { rows } = await sql<ListedDraft>`
    select place.lesson_id as lesson, course.id as "courseId", json_build_object('zh', course.title_zh, 'en', course.title_en) as "courseTitle",
      case when kept.revision is null then frozen.title
        else json_build_object('zh', substring(kept.zh_source from ${TITLE}), 'en', substring(kept.en_source from ${TITLE}))::jsonb end as title,
      shown.version as "publishedVersion",
      kept.revision is not null and (kept.published_version is null or shown.version is null
        or kept.published_version > shown.version) as "hasChanges",
      case when kept.published_version is null then kept.problems end as problems,
      author.display_name as "savedBy", kept.saved_at as "savedAt",
      case review.decision when 'approved' then 'approved' when 'sent-back' then 'sent-back' else case when review.id is not null then 'asked' end end as review,
      nullif(review.reason, '') as reason
    from course join course_lesson place on place.township_id = course.township_id and place.course_id = course.id
    left join lesson_draft draft on draft.township_id = place.township_id and draft.lesson_id = place.lesson_id
    left join draft_revision kept on kept.township_id = draft.township_id and kept.lesson_id = draft.lesson_id and kept.revision = draft.revision
    left join account author on author.township_id = kept.township_id and author.id = kept.saved_by
    left join lateral (select version from lesson_publication p
      where p.township_id = place.township_id and p.lesson_id = place.lesson_id order by p.id desc limit 1) shown on true
    left join lateral (select checked->'title' as title from lesson_version v
      where v.township_id = place.township_id and v.lesson_id = place.lesson_id and (shown.version is null or v.version = shown.version)
      order by v.version desc limit 1) frozen on true
    left join lateral (select id, decision, reason from draft_review r
      where r.township_id = place.township_id and r.lesson_id = place.lesson_id and r.decision is distinct from 'withdrawn'
        and kept.published_version is null and (r.decision is distinct from 'approved' or r.revision = draft.revision)
      order by r.asked_at desc limit 1) review on true
    where course.township_id = ${actor.townshipId} and course.base_id = ${baseId}
    order by course.position, course.id, place.position`.execute(db);
  return rows;
}
