import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { requirePermission } from '../permissions.ts';

interface ListedKiosk {
  id: string;
  name: string;
  baseId: string;
  lastHeardAt: Date | null;
  lastSkewMs: number | null;
  revokedAt: Date | null;
}

/** All kiosks of the township, those in use first. */
export async function listKiosks(db: Database, actor: Actor): Promise<ListedKiosk[]> {
  requirePermission(actor, 'roster:read');
  return db
    .selectFrom('kiosk')
    .select(['id', 'name', 'base_id as baseId', 'last_heard_at as lastHeardAt', 'last_skew_ms as lastSkewMs', 'revoked_at as revokedAt'])
    .where('township_id', '=', actor.townshipId)
    .orderBy('revoked_at', (order) => order.asc().nullsFirst())
    .orderBy('base_id')
    .orderBy('name')
    .execute();
}
