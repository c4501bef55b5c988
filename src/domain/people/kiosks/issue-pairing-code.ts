import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { isUuid } from '../ids.ts';
import { hashToken, makeReadableCode } from '../one-time-codes.ts';
import { requirePermission } from '../permissions.ts';

const PAIRING_CODE_DAYS = 7;

/** A new code for a kiosk that was never paired, or whose device was replaced. Earlier unused codes of that kiosk lapse. */
export async function issuePairingCode(
  db: Database,
  actor: Actor,
  kioskId: string,
  now: Date,
): Promise<{ ok: true; kioskId: string; name: string; pairingCode: string } | { ok: false; reason: 'no-such-kiosk' }> {
  requirePermission(actor, 'kiosk:write');
  if (!isUuid(kioskId)) return { ok: false, reason: 'no-such-kiosk' };
  const { townshipId } = actor;
  const kiosk = await db
    .selectFrom('kiosk')
    .select('name')
    .where('township_id', '=', townshipId)
    .where('id', '=', kioskId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!kiosk) return { ok: false, reason: 'no-such-kiosk' };

  const pairingCode = makeReadableCode(8);
  const expiresAt = new Date(now.getTime() + PAIRING_CODE_DAYS * 24 * 3600 * 1000);
  await db.deleteFrom('kiosk_pairing_code').where('township_id', '=', townshipId).where('kiosk_id', '=', kioskId).execute();
  await db
    .insertInto('kiosk_pairing_code')
    .values({ code_hash: hashToken(pairingCode), township_id: townshipId, kiosk_id: kioskId, issued_at: now, expires_at: expiresAt })
    .execute();
  await writeAudit(db, actor, { deed: 'pairing-code-issued', subject: kioskId }, now);
  return { ok: true, kioskId, name: kiosk.name, pairingCode };
}
