import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';

/** Takes a rejected record off the list, without deleting it; who did so is written down. */
export async function putAwayRejected(
  db: Database,
  actor: AccountActor,
  rejected: { kioskId: string; id: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-record' }> {
  requirePermission(actor, 'rejected:read');
  const { townshipId, accountId } = actor;
  return db.transaction().execute(async (trx) => {
    const kiosk = isUuid(rejected.kioskId)
      ? await trx
          .selectFrom('kiosk')
          .select('base_id')
          .where('township_id', '=', townshipId)
          .where('id', '=', rejected.kioskId)
          .executeTakeFirst()
      : undefined;
    if (!kiosk) return { ok: false, reason: 'no-such-record' };
    requirePermission(actor, 'rejected:read', { base: kiosk.base_id });
    const { numUpdatedRows } = await trx
      .updateTable('rejected_record')
      .set({ put_away_by: accountId, put_away_at: now })
      .where('township_id', '=', townshipId)
      .where('kiosk_id', '=', rejected.kioskId)
      .where('id', '=', rejected.id)
      .where('put_away_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return { ok: false, reason: 'no-such-record' };
    await writeAudit(trx, actor, { deed: 'rejected-put-away', subject: rejected.kioskId, detail: { record: rejected.id } }, now);
    return { ok: true };
  });
}
