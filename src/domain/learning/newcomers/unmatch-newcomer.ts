import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { takeSittingBack } from '../give-sitting.ts';
import { lockNewcomer } from './newcomers-queries.ts';

/**
 * The match was wrong: the sitting is nobody's again and waits as before; the farmer stands as if it had never been theirs. The 90 days run
 * on from the day it came. Somebody who was added to the roster with the match stays there.
 */
export async function unmatchNewcomer(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-newcomer' | 'not-matched' }> {
  requirePermission(actor, 'roster:write');
  const { townshipId } = actor;
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-newcomer' };
  return db.transaction().execute(async (trx) => {
    const newcomer = await lockNewcomer(trx, townshipId, input.sittingId);
    if (!newcomer) return { ok: false, reason: 'no-such-newcomer' } as const;
    const { matchedLearnerId: learnerId, joinedBefore } = newcomer;
    if (learnerId === null) return { ok: false, reason: 'not-matched' } as const;
    await takeSittingBack(trx, townshipId, { sittingId: input.sittingId, learnerId, joinedBefore: joinedBefore ?? [] });
    await trx
      .updateTable('newcomer')
      .set({ matched_learner_id: null, matched_by: null, matched_at: null, was_added: null, joined_before: null })
      .where('township_id', '=', townshipId)
      .where('sitting_id', '=', input.sittingId)
      .execute();
    await writeAudit(trx, actor, { deed: 'newcomer-unmatched', subject: input.sittingId, detail: { learnerId } }, now);
    return { ok: true } as const;
  });
}
