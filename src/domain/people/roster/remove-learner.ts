import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { voidCardsOf } from '../cards/cards-queries.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';

/** Takes a farmer off the roster: no more sign-in, no more counting. What they learned stays, so that past reports can be made again. */
export async function removeLearner(
  db: Database,
  actor: Actor,
  learnerId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-learner' }> {
  requirePermission(actor, 'roster:write');
  if (!isUuid(learnerId)) return { ok: false, reason: 'no-such-learner' };
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    const removed = await trx
      .updateTable('learner')
      .set({ removed_at: now })
      .where('township_id', '=', townshipId)
      .where('id', '=', learnerId)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!removed) return { ok: false as const, reason: 'no-such-learner' as const };
    await trx.deleteFrom('learner_pin').where('township_id', '=', townshipId).where('learner_id', '=', learnerId).execute();
    await trx.deleteFrom('one_time_code').where('township_id', '=', townshipId).where('learner_id', '=', learnerId).execute();
    await voidCardsOf(trx, townshipId, [learnerId], { accountId: actor.kind === 'account' ? actor.accountId : null, now });
    await writeAudit(trx, actor, { deed: 'learner-removed', subject: learnerId }, now);
    return { ok: true as const };
  });
}
