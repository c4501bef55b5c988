import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** What another trainer was asked, or said, about the text that waits to be published. */
export interface DraftReview {
  state: 'asked' | 'approved' | 'sent-back';
  /** Who decided; null while it waits. */
  by: string | null;
  reason: string;
  /** The text has been changed since. */
  isOlder: boolean;
}

/** The newest review of a lesson's draft; null when none was asked for, or the text is published. */
export async function readReview(db: Database, actor: Actor, lesson: string): Promise<DraftReview | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lesson)) === null) return null;
  const review = await db
    .selectFrom('draft_review as review')
    .innerJoin('lesson_draft as draft', (join) =>
      join.onRef('draft.township_id', '=', 'review.township_id').onRef('draft.lesson_id', '=', 'review.lesson_id'),
    )
    .innerJoin('draft_revision as kept', (join) =>
      join
        .onRef('kept.township_id', '=', 'draft.township_id')
        .onRef('kept.lesson_id', '=', 'draft.lesson_id')
        .onRef('kept.revision', '=', 'draft.revision'),
    )
    .leftJoin('account as decider', (join) =>
      join.onRef('decider.township_id', '=', 'review.township_id').onRef('decider.id', '=', 'review.decided_by'),
    )
    .select(['review.decision', 'review.reason', 'review.revision', 'draft.revision as current', 'decider.display_name as by'])
    .where('review.township_id', '=', actor.townshipId)
    .where('review.lesson_id', '=', lesson)
    .where('kept.published_version', 'is', null)
    .where((eb) => eb.or([eb('review.decision', 'is', null), eb('review.decision', '!=', 'withdrawn')]))
    .orderBy('review.asked_at', 'desc')
    .orderBy('review.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!review || review.decision === 'withdrawn') return null;
  return { state: review.decision ?? 'asked', by: review.by, reason: review.reason, isOlder: review.revision !== review.current };
}
