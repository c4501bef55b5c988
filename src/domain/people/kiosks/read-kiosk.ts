import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../actor.ts';
import { hashToken } from '../one-time-codes.ts';

/** Which kiosk a credential speaks for; null when it is unknown or was revoked. */
export async function readKiosk(db: Database, credential: string): Promise<KioskActor | null> {
  const row = await db
    .selectFrom('kiosk_credential as credential')
    .innerJoin('kiosk', (join) =>
      join.onRef('kiosk.township_id', '=', 'credential.township_id').onRef('kiosk.id', '=', 'credential.kiosk_id'),
    )
    .select(['kiosk.id', 'kiosk.township_id', 'kiosk.base_id', 'kiosk.name', 'kiosk.is_demo'])
    .where('credential.credential_hash', '=', hashToken(credential))
    .where('credential.revoked_at', 'is', null)
    .where('kiosk.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return { kind: 'kiosk', townshipId: row.township_id, kioskId: row.id, baseId: row.base_id, name: row.name, isDemo: row.is_demo };
}
