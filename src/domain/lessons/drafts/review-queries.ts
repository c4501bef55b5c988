import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import type { AccountActor } from '../../people/actor.ts';
import { isUuid } from '../../people/ids.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** Whether one of these bases asks that somebody else reads a draft first: what is published reaches all of them. */
export async function needsReview(db: Database, townshipId: string, bases: readonly string[]): Promise<boolean> {
  if (bases.length === 0) return false;
  const row = await db
    .selectFrom('base')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('id', 'in', [...bases])
    .where('needs_review', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether another trainer approved exactly this revision. */
export async function isApproved(db: Database, townshipId: string, lessonId: string, revision: number): Promise<boolean> {
  const row = await db
    .selectFrom('draft_review')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('revision', '=', revision)
    .where('decision', '=', 'approved')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function openReview(db: Database, townshipId: string, lessonId: string) {
  return db
    .selectFrom('draft_review')
    .selectAll()
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('decision', 'is', null)
    .executeTakeFirst();
}

export type ReviewRefusal = { ok: false; reason: 'no-such-review' | 'already-decided' | 'own-draft' };

/** Decides a review as somebody who neither wrote nor asked. */
export async function decideReview(
  db: Database,
  reviewer: AccountActor,
  { review, decision, reason }: { review: string; decision: 'approved' | 'sent-back'; reason: string },
  now: Date,
): Promise<{ ok: true; lesson: string; revision: number } | ReviewRefusal> {
  const { townshipId, accountId } = reviewer;
  const asked = isUuid(review) ? await readReview(db, townshipId, review) : undefined;
  if (!asked) return { ok: false, reason: 'no-such-review' };
  if ((await requireDraftPermission(db, reviewer, 'lesson:review', asked.lesson_id)) === null)
    return { ok: false, reason: 'no-such-review' };
  if (asked.asked_by === accountId || asked.saved_by === accountId) return { ok: false, reason: 'own-draft' };
  const decided = await db
    .updateTable('draft_review')
    .set({ decision, decided_by: accountId, decided_at: now, reason })
    .where('township_id', '=', townshipId)
    .where('id', '=', review)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows === 0n) return { ok: false, reason: 'already-decided' };
  return { ok: true, lesson: asked.lesson_id, revision: asked.revision };
}

async function readReview(db: Database, townshipId: string, id: string) {
  return db
    .selectFrom('draft_review as review')
    .innerJoin('draft_revision as kept', (join) =>
      join
        .onRef('kept.township_id', '=', 'review.township_id')
        .onRef('kept.lesson_id', '=', 'review.lesson_id')
        .onRef('kept.revision', '=', 'review.revision'),
    )
    .select(['review.lesson_id', 'review.revision', 'review.asked_by', 'kept.saved_by'])
    .where('review.township_id', '=', townshipId)
    .where('review.id', '=', id)
    .executeTakeFirst();
}

/** Takes an open review back: its text has been overtaken. */
export async function withdrawReview(trx: Transaction<Schema>, trainer: AccountActor, lessonId: string, now: Date): Promise<void> {
  await trx
    .updateTable('draft_review')
    .set({ decision: 'withdrawn', decided_by: trainer.accountId, decided_at: now })
    .where('township_id', '=', trainer.townshipId)
    .where('lesson_id', '=', lessonId)
    .where('decision', 'is', null)
    .execute();
}
