import type { Database } from '../../../db/connect.ts';
import { lockLearners } from '../learning/learning-queries.ts';
import { refoldLearners } from '../learning/refold.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { lockClass } from './class-queries.ts';

/** A class as it stands behind its lock. */
export interface LockedClass {
  id: string;
  baseId: string;
  trainerId: string | null;
  isDiscarded: boolean;
}

/**
 * Does `change` to a class of the actor's own base, in one transaction, and folds again whoever sat there before or after it: what they were
 * reached by may have come or gone.
 */
export async function changeClass<T extends { ok: boolean }>(
  db: Database,
  actor: Actor,
  classId: string,
  change: (trx: Database, held: LockedClass) => Promise<T>,
): Promise<T | { ok: false; reason: 'no-such-class' }> {
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    // The class first, then its farmers: arriving records take their locks in the same order.
    const held = isUuid(classId) ? await lockClass(trx, townshipId, classId) : null;
    requirePermission(actor, 'class:write', held ? { base: held.baseId } : {});
    if (!held) return { ok: false as const, reason: 'no-such-class' as const };
    const before = await seated(trx, townshipId, classId);
    const outcome = await change(trx, { id: classId, ...held });
    if (!outcome.ok) return outcome;
    const touched = [...new Set([...before, ...(await seated(trx, townshipId, classId))])].sort();
    await lockLearners(trx, townshipId, touched);
    await refoldLearners(trx, townshipId, touched, { mayShrink: true });
    return outcome;
  });
}

async function seated(db: Database, townshipId: string, classId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('class_seat')
    .select('learner_id')
    .where('township_id', '=', townshipId)
    .where('sitting_id', '=', classId)
    .where('learner_id', 'is not', null)
    .execute();
  return rows.flatMap(({ learner_id }) => learner_id ?? []);
}
