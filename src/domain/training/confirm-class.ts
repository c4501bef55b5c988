import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { changeClass } from './change-class.ts';

/** A trainer of the base says "I gave this class": its code named nobody, or it was discarded by mistake. From now on it counts. */
export async function confirmClass(
  db: Database,
  actor: AccountActor,
  classId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-class' | 'already-confirmed' }> {
  return changeClass(db, actor, classId, async (trx, held) => {
    if (held.trainerId !== null && !held.isDiscarded) return { ok: false as const, reason: 'already-confirmed' as const };
    const known = held.trainerId === null ? { trainer_id: actor.accountId, confirmed_at: now } : {};
    await trx
      .updateTable('training_class')
      .set({ ...known, discarded_at: null, discarded_by: null })
      .where('township_id', '=', actor.townshipId)
      .where('sitting_id', '=', held.id)
      .execute();
    await writeAudit(trx, actor, { deed: 'class-confirmed', subject: held.id }, now);
    return { ok: true as const };
  });
}
