import type { Database } from '../../../../db/connect.ts';
import { writeAudit } from '../../people/audit.ts';
import { erasedBefore, settledBefore } from './newcomer-rules.ts';

/**
 * Erases name, village and birth year of everybody new whom nobody found within 90 days; what was learned stays as a visit of nobody's, and a
 * kiosk that sends it again brings no name back. The particulars of a match go too, once it can no longer be taken back. Answers how many went.
 */
export async function eraseUnmatchedNewcomers(db: Database, now: Date): Promise<{ erased: number; settled: number }> {
  return db.transaction().execute(async (trx) => {
    const old = trx.deleteFrom('newcomer').where('arrived_at', '<=', erasedBefore(now));
    const erased = await old.where('matched_at', 'is', null).returning('township_id as townshipId').execute();
    const settled = await old.where('matched_at', '<=', settledBefore(now)).returning('township_id').execute();
    for (const townshipId of new Set(erased.map((row) => row.townshipId))) {
      const count = erased.filter((row) => row.townshipId === townshipId).length;
      await writeAudit(trx, { kind: 'system', townshipId }, { deed: 'newcomers-erased', subject: townshipId, detail: { count } }, now);
    }
    return { erased: erased.length, settled: settled.length };
  });
}
