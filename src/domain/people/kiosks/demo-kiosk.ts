import type { Database } from '../../../../db/connect.ts';

/** The kiosk a demo browser becomes by itself: the first demo kiosk that was made; null when the township has none. */
export async function demoKioskId(db: Database, townshipId: string): Promise<string | null> {
  const row = await db
    .selectFrom('kiosk')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('is_demo', '=', true)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('name')
    .executeTakeFirst();
  return row?.id ?? null;
}
