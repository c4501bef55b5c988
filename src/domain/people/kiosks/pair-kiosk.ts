import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../actor.ts';
import { hashToken, normalCode } from '../one-time-codes.ts';
import { clearAttempt, countAttempt } from '../sign-in-counters.ts';
import { issueKioskCredential } from './issue-kiosk-credential.ts';
import { readKiosk } from './read-kiosk.ts';

/** The code typed into a kiosk turns that browser into the kiosk. It works once; the device paired before is no longer heard. */
export async function pairKiosk(
  db: Database,
  input: { code: string },
  now: Date,
): Promise<
  | { ok: true; credential: string; kiosk: KioskActor }
  | { ok: false; reason: 'wrong-pairing-code' }
  | { ok: false; reason: 'wait'; seconds: number }
> {
  const attempt = await countAttempt(db, [{ scope: 'pairing', key: 'all' }], now);
  if (!attempt.ok) return attempt;
  const paired = await db.transaction().execute(async (trx) => {
    const used = await trx
      .deleteFrom('kiosk_pairing_code')
      .where('code_hash', '=', hashToken(normalCode(input.code)))
      .where('expires_at', '>', now)
      .returning(['township_id', 'kiosk_id'])
      .executeTakeFirst();
    if (!used) return null;
    await trx
      .updateTable('kiosk_credential')
      .set({ revoked_at: now })
      .where('township_id', '=', used.township_id)
      .where('kiosk_id', '=', used.kiosk_id)
      .where('revoked_at', 'is', null)
      .execute();
    const credential = await issueKioskCredential(trx, { kind: 'system', townshipId: used.township_id }, used.kiosk_id, now);
    const kiosk = await readKiosk(trx, credential);
    return kiosk && { credential, kiosk };
  });
  if (!paired) return { ok: false, reason: 'wrong-pairing-code' };
  await clearAttempt(db, attempt, []);
  return { ok: true, ...paired };
}
