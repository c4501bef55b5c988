import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { lockOpenSitting, type NotOpen } from './quarantine-queries.ts';

/** Nobody can say whose sitting it was: its records stay, and never count for anybody. */
export async function discardSitting(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string; why: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: NotOpen | 'why-missing' }> {
  requirePermission(actor, 'quarantine:decide');
  const why = input.why.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 300);
  if (why === '') return { ok: false, reason: 'why-missing' };
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-sitting' };
  return db.transaction().execute(async (trx) => {
    const open = await lockOpenSitting(trx, actor, input.sittingId);
    if (!open.ok) return open;
    await trx
      .updateTable('quarantined_sitting')
      .set({ discarded_why: why, discarded_by: actor.accountId, discarded_at: now })
      .where('township_id', '=', actor.townshipId)
      .where('sitting_id', '=', input.sittingId)
      .execute();
    await writeAudit(trx, actor, { deed: 'sitting-discarded', subject: input.sittingId, detail: { why } }, now);
    return { ok: true };
  });
}
