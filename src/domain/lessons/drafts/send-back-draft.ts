import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { decideReview, type ReviewRefusal } from './review-queries.ts';

/** Gives a draft back to who wrote it, with what to mend. */
export async function sendBackDraft(
  db: Database,
  reviewer: AccountActor,
  { review, reason }: { review: string; reason: string },
  now: Date,
): Promise<{ ok: true; lesson: string; revision: number } | ReviewRefusal | { ok: false; reason: 'why-missing' }> {
  requirePermission(reviewer, 'lesson:review');
  const why = reason.trim().slice(0, 1000);
  if (why === '') return { ok: false, reason: 'why-missing' };
  return decideReview(db, reviewer, { review, decision: 'sent-back', reason: why }, now);
}
