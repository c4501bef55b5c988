import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { requirePermission } from '../../people/permissions.ts';

/** Says whether a base's drafts are read by another trainer before they are published. For administrators: who writes does not set the rule. */
export async function setReviewRule(
  db: Database,
  actor: Actor,
  { base, isNeeded }: { base: string; isNeeded: boolean },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-base' }> {
  requirePermission(actor, 'township:write');
  return db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('base')
      .set({ needs_review: isNeeded })
      .where('township_id', '=', actor.townshipId)
      .where('id', '=', base)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { ok: false, reason: 'no-such-base' };
    await writeAudit(trx, actor, { deed: 'review-rule-changed', subject: base, detail: { isNeeded } }, now);
    return { ok: true };
  });
}
