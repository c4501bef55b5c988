import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { decideReview, type ReviewRefusal } from './review-queries.ts';

/** Says that the reviewed revision may be published. Who wrote it, or asked, cannot. */
export async function approveDraft(
  db: Database,
  reviewer: AccountActor,
  { review }: { review: string },
  now: Date,
): Promise<{ ok: true; lesson: string; revision: number } | ReviewRefusal> {
  return decideReview(db, reviewer, { review, decision: 'approved', reason: '' }, now);
}
