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
  /** What it last said about itself (see record-kiosk-report.ts); all null before it said anything. */
  unsent: number | null;
  refused: number | null;
  isPersisted: boolean | null;
  voices: string[] | null;
  items: number | null;
  missingItems: number | null;
  problem: 'no-room' | 'network' | null;
}

/** All kiosks of the township, those in use first. */
export async function listKiosks(db: Database, actor: Actor): Promise<ListedKiosk[]> {
  requirePermission(actor, 'roster:read');
  return db
    .selectFrom('kiosk')
    .leftJoin('kiosk_report as report', (join) =>
      join.onRef('report.township_id', '=', 'kiosk.township_id').onRef('report.kiosk_id', '=', 'kiosk.id'),
    )
    .select([
      'kiosk.id',
      'name',
      'base_id as baseId',
      'last_heard_at as lastHeardAt',
      'last_skew_ms as lastSkewMs',
      'revoked_at as revokedAt',
    ])
    .select(['report.unsent', 'report.refused', 'report.is_persisted as isPersisted', 'report.voices', 'report.items'])
    .select(['report.missing_items as missingItems', 'report.problem'])
    .where('kiosk.township_id', '=', actor.townshipId)
    .orderBy('revoked_at', (order) => order.asc().nullsFirst())
    .orderBy('base_id')
    .orderBy('name')
    .execute();
}
