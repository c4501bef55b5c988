import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { mayDo } from '../../people/permissions.ts';

export type NotOpen = 'no-such-sitting' | 'already-decided' | 'not-your-base';

/** Locks a sitting in doubt until the transaction ends: against a second decision, and against records of its that are on their way in. */
export async function lockOpenSitting(
  trx: Database,
  actor: AccountActor,
  sittingId: string,
): Promise<{ ok: true; proposedLearnerId: string | null; proposedBy: string | null } | { ok: false; reason: NotOpen }> {
  const { townshipId } = actor;
  const sitting = await trx
    .selectFrom('sitting')
    .select('base_id')
    .where('township_id', '=', townshipId)
    .where('id', '=', sittingId)
    .forUpdate()
    .executeTakeFirst();
  const row = await trx
    .selectFrom('quarantined_sitting')
    .selectAll()
    .where('township_id', '=', townshipId)
    .where('sitting_id', '=', sittingId)
    .executeTakeFirst();
  if (!sitting || !row) return { ok: false, reason: 'no-such-sitting' };
  if (!mayDo(actor, 'quarantine:decide', { base: sitting.base_id })) return { ok: false, reason: 'not-your-base' };
  if (row.confirmed_at !== null || row.discarded_at !== null) return { ok: false, reason: 'already-decided' };
  return { ok: true, proposedLearnerId: row.proposed_learner_id, proposedBy: row.proposed_by };
}
