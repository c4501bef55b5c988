import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { changeClass } from './change-class.ts';

/** This was no class: it reaches nobody and counts nowhere. Its records stay, so that confirming it brings it back. */
export async function discardClass(
  db: Database,
  actor: AccountActor,
  classId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-class' | 'already-discarded' }> {
  return changeClass(db, actor, classId, async (trx, held) => {
    if (held.isDiscarded) return { ok: false as const, reason: 'already-discarded' as const };
    await trx
      .updateTable('training_class')
      .set({ discarded_at: now, discarded_by: actor.accountId })
      .where('township_id', '=', actor.townshipId)
      .where('sitting_id', '=', held.id)
      .execute();
    await writeAudit(trx, actor, { deed: 'class-discarded', subject: held.id }, now);
    return { ok: true as const };
  });
}
