import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../actor.ts';

/** What a kiosk says about itself; null where it does not know. Counts are whole numbers, sizes bytes. */
export interface KioskReport {
  /** The kiosk's clock. */
  now: Date;
  unsent: number | null;
  refused: number | null;
  isPersisted: boolean | null;
  /** Languages of the voices its browser found, as `zh-CN`. */
  voices: string[] | null;
  /** Pages, pictures and sounds of its base, and how many of them it does not hold as they are now. */
  items: number | null;
  missingItems: number | null;
  bytes: number | null;
  problem: 'no-room' | 'network' | null;
  build: string;
}

/** Keeps a kiosk's newest word about itself, for the township's list. The kiosk was heard, and its clock was compared with ours. */
export async function recordKioskReport(db: Database, kiosk: KioskActor, report: KioskReport, now: Date): Promise<void> {
  const said = {
    reported_at: now,
    unsent: report.unsent,
    refused: report.refused,
    is_persisted: report.isPersisted,
    voices: report.voices,
    items: report.items,
    missing_items: report.missingItems,
    bytes: report.bytes,
    problem: report.problem,
    build: report.build,
  };
  const { townshipId, kioskId } = kiosk;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('kiosk_report')
      .values({ township_id: townshipId, kiosk_id: kioskId, ...said })
      .onConflict((conflict) => conflict.columns(['township_id', 'kiosk_id']).doUpdateSet(said))
      .execute();
    await trx
      .updateTable('kiosk')
      .set({ last_heard_at: now, last_skew_ms: now.getTime() - report.now.getTime() })
      .where('township_id', '=', townshipId)
      .where('id', '=', kioskId)
      .execute();
  });
}
