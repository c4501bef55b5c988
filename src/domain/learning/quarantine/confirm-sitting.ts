import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { giveSitting } from '../give-sitting.ts';
import { lockOpenSitting, type NotOpen } from './quarantine-queries.ts';

/**
 * A second person agrees whose sitting it was. From then on it is that farmer's, counts toward reached and completed, and never toward
 * mastered. Both names are in the audit.
 */
export async function confirmSitting(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: NotOpen | 'not-assigned' | 'needs-another-person' | 'no-such-learner' }> {
  requirePermission(actor, 'quarantine:decide');
  const { townshipId, accountId } = actor;
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-sitting' };
  return db.transaction().execute(async (trx) => {
    const open = await lockOpenSitting(trx, actor, input.sittingId);
    if (!open.ok) return open;
    const { proposedLearnerId: learnerId, proposedBy } = open;
    if (learnerId === null) return { ok: false, reason: 'not-assigned' };
    if (proposedBy === accountId) return { ok: false, reason: 'needs-another-person' };
    if (!(await giveSitting(trx, townshipId, input.sittingId, learnerId))) return { ok: false, reason: 'no-such-learner' };
    await trx
      .updateTable('quarantined_sitting')
      .set({ confirmed_by: accountId, confirmed_at: now })
      .where('township_id', '=', townshipId)
      .where('sitting_id', '=', input.sittingId)
      .execute();
    const detail = { learnerId, assignedBy: proposedBy, confirmedBy: accountId };
    await writeAudit(trx, actor, { deed: 'sitting-confirmed', subject: input.sittingId, detail }, now);
    return { ok: true };
  });
}
