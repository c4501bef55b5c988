import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { giveSitting } from '../give-sitting.ts';
import { lockNewcomer, type NewcomerRow } from './newcomers-queries.ts';

export type NotWaiting = 'no-such-newcomer' | 'already-matched';

/** Staff found somebody new on the roster: the sitting is that farmer's from then on, every record of it, as if it had always been. */
export async function matchNewcomer(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string; number: string },
  now: Date,
): Promise<{ ok: true; name: string; number: string } | { ok: false; reason: NotWaiting | 'no-such-learner' }> {
  requirePermission(actor, 'roster:write');
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-newcomer' };
  return db.transaction().execute(async (trx) => {
    const newcomer = await lockNewcomer(trx, actor.townshipId, input.sittingId);
    if (!newcomer) return { ok: false, reason: 'no-such-newcomer' } as const;
    if (newcomer.matchedLearnerId !== null) return { ok: false, reason: 'already-matched' } as const;
    const learner = await trx
      .selectFrom('learner')
      .select(['id', 'name', 'number'])
      .where('township_id', '=', actor.townshipId)
      .where('number', '=', input.number)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!learner || !(await giveNewcomer(trx, actor, newcomer, { learnerId: learner.id, wasAdded: false }, now)))
      return { ok: false, reason: 'no-such-learner' } as const;
    const detail = { learnerId: learner.id };
    await writeAudit(trx, actor, { deed: 'newcomer-matched', subject: input.sittingId, detail }, now);
    return { ok: true, name: learner.name, number: learner.number } as const;
  });
}

/** Gives the sitting and notes by whom, and what it changed. False when there is no such learner. */
export async function giveNewcomer(
  trx: Database,
  actor: AccountActor,
  { sittingId }: NewcomerRow,
  to: { learnerId: string; wasAdded: boolean },
  now: Date,
): Promise<boolean> {
  const given = await giveSitting(trx, actor.townshipId, sittingId, to.learnerId);
  if (!given) return false;
  await trx
    .updateTable('newcomer')
    .set({ matched_learner_id: to.learnerId, matched_by: actor.accountId, matched_at: now, was_added: to.wasAdded })
    .set({ joined_before: JSON.stringify(given.joinedBefore) })
    .where('township_id', '=', actor.townshipId)
    .where('sitting_id', '=', sittingId)
    .execute();
  return true;
}
