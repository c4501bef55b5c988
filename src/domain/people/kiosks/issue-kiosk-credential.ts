import type { Database } from '../../../../db/connect.ts';
import type { SystemActor } from '../actor.ts';
import { hashToken, makeCredential } from '../one-time-codes.ts';

/** A credential by which a browser is that kiosk. Only its hash is kept. A demo kiosk may have many. */
export async function issueKioskCredential(db: Database, system: SystemActor, kioskId: string, now: Date): Promise<string> {
  const credential = makeCredential();
  await db
    .insertInto('kiosk_credential')
    .values({ credential_hash: hashToken(credential), township_id: system.townshipId, kiosk_id: kioskId, issued_at: now })
    .execute();
  return credential;
}
