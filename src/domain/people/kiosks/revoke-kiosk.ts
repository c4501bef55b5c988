import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';

/** A kiosk that was stolen or retired is heard no more. What it recorded stays. */
export async function revokeKiosk(
  db: Database,
  actor: Actor,
  kioskId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-kiosk' }> {
  requirePermission(actor, 'kiosk:write');
  if (!isUuid(kioskId)) return { ok: false, reason: 'no-such-kiosk' };
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    const kiosk = await trx
      .updateTable('kiosk')
      .set({ revoked_at: now })
      .where('township_id', '=', townshipId)
      .where('id', '=', kioskId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (!kiosk) return { ok: false as const, reason: 'no-such-kiosk' as const };
    await trx
      .updateTable('kiosk_credential')
      .set({ revoked_at: now })
      .where('township_id', '=', townshipId)
      .where('kiosk_id', '=', kioskId)
      .where('revoked_at', 'is', null)
      .execute();
    await trx.deleteFrom('kiosk_pairing_code').where('township_id', '=', townshipId).where('kiosk_id', '=', kioskId).execute();
    await writeAudit(trx, actor, { deed: 'kiosk-revoked', subject: kioskId, detail: { name: kiosk.name } }, now);
    return { ok: true as const };
  });
}
