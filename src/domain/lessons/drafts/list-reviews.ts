import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { AccountActor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';

export interface WaitingReview {
  review: string;
  lesson: string;
  title: Record<Language, string>;
  revision: number;
  /** A text saved after the question: what is approved is what was asked about. */
  newerRevision: number | null;
  /** What kiosks show now, to compare with. */
  publishedVersion: number | null;
  askedBy: string;
  askedAt: Date;
  note: string;
  /** The reader wrote or asked: somebody else must read it. */
  isOwn: boolean;
}

/** Drafts that wait to be read, at the bases of whoever asks, the oldest first. */
export async function listReviews(db: Database, reviewer: AccountActor): Promise<WaitingReview[]> {
  requirePermission(reviewer, 'lesson:review');
  const { townshipId, accountId } = reviewer;
  const { rows } = await sql<WaitingReview>`
    select review.id as review, review.lesson_id as lesson, review.revision, review.note, review.asked_at as "askedAt",
      json_build_object('zh', substring(kept.zh_source from ${TITLE}), 'en', substring(kept.en_source from ${TITLE})) as title,
      asker.display_name as "askedBy", review.asked_by = ${accountId} or kept.saved_by is not distinct from ${accountId} as "isOwn",
      nullif(draft.revision, review.revision) as "newerRevision",
      (select version from lesson_publication shown where shown.township_id = review.township_id and shown.lesson_id = review.lesson_id
        order by shown.id desc limit 1) as "publishedVersion"
    from draft_review review
    join draft_revision kept on kept.township_id = review.township_id and kept.lesson_id = review.lesson_id and kept.revision = review.revision
    join lesson_draft draft on draft.township_id = review.township_id and draft.lesson_id = review.lesson_id
    join account asker on asker.township_id = review.township_id and asker.id = review.asked_by
    where review.township_id = ${townshipId} and review.decision is null and (${reviewer.isAdministrator} or exists (
      select 1 from course_lesson place join course on course.township_id = place.township_id and course.id = place.course_id
      where place.township_id = review.township_id and place.lesson_id = review.lesson_id and course.base_id = any(${reviewer.trainerOf}::text[])))
    order by review.asked_at, review.id`.execute(db);
  return rows;
}

/** The first heading of a text, for PostgreSQL. */
export const TITLE = '^\uFEFF?\\s*#[ \\t]+([^\\r\\n]+)';
