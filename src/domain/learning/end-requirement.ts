import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { dayOf } from './township-day.ts';

/** Ends a requirement today. One that never held for a whole day is taken away as if it had not been set. */
export async function endRequirement(
  db: Database,
  actor: Actor,
  requirementId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-requirement' | 'already-ended' }> {
  requirePermission(actor, 'requirement:write');
  if (!isUuid(requirementId)) return { ok: false, reason: 'no-such-requirement' };
  const today = dayOf(now);
  return db.transaction().execute(async (trx) => {
    const rule = await trx
      .selectFrom('requirement')
      .select(['course_id', 'base_id', 'group_id', 'since', 'until'])
      .where('township_id', '=', actor.townshipId)
      .where('id', '=', requirementId)
      .forUpdate()
      .executeTakeFirst();
    if (!rule) return { ok: false, reason: 'no-such-requirement' };
    if (rule.until !== null && rule.until <= today) return { ok: false, reason: 'already-ended' };
    if (rule.since >= today)
      await trx.deleteFrom('requirement').where('township_id', '=', actor.townshipId).where('id', '=', requirementId).execute();
    else
      await trx
        .updateTable('requirement')
        .set({ until: today })
        .where('township_id', '=', actor.townshipId)
        .where('id', '=', requirementId)
        .execute();
    // One that never held leaves no row of its own; what it said is kept here.
    const { until: _, ...was } = rule;
    await writeAudit(trx, actor, { deed: 'requirement-ended', subject: requirementId, detail: was }, now);
    return { ok: true };
  });
}
