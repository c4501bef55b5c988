import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { lockOpenSitting, type NotOpen } from './quarantine-queries.ts';

const LONGEST_WHY = 300;

/** A trainer says whose sitting it was, and why they think so. It counts for nothing until somebody else confirms it. */
export async function assignSitting(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string; number: string; why: string },
  now: Date,
): Promise<{ ok: true; learnerId: string } | { ok: false; reason: NotOpen | 'no-such-learner' | 'why-missing' }> {
  requirePermission(actor, 'quarantine:decide');
  const { townshipId, accountId } = actor;
  const why = input.why.replaceAll('\u0000', '').toWellFormed().trim().slice(0, LONGEST_WHY);
  if (why === '') return { ok: false, reason: 'why-missing' };
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-sitting' };
  return db.transaction().execute(async (trx) => {
    const open = await lockOpenSitting(trx, actor, input.sittingId);
    if (!open.ok) return open;
    const learner = await trx
      .selectFrom('learner')
      .select('id')
      .where('township_id', '=', townshipId)
      .where('number', '=', input.number)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!learner) return { ok: false, reason: 'no-such-learner' };
    await trx
      .updateTable('quarantined_sitting')
      .set({ proposed_learner_id: learner.id, proposed_why: why, proposed_by: accountId, proposed_at: now })
      .where('township_id', '=', townshipId)
      .where('sitting_id', '=', input.sittingId)
      .execute();
    await writeAudit(trx, actor, { deed: 'sitting-assigned', subject: input.sittingId, detail: { learnerId: learner.id, why } }, now);
    return { ok: true, learnerId: learner.id };
  });
}
