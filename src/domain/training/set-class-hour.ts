import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { requirePermission } from '../people/permissions.ts';

/** How many minutes a class hour (学时) has, 1 to 120; figures are counted with it from now on, earlier classes included. */
export async function setClassHour(
  db: Database,
  actor: Actor,
  minutes: number,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'not-a-class-hour' }> {
  requirePermission(actor, 'township:write');
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 120) return { ok: false, reason: 'not-a-class-hour' };
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('township').set({ class_hour_minutes: minutes }).where('id', '=', actor.townshipId).execute();
    await writeAudit(trx, actor, { deed: 'class-hour-changed', subject: '', detail: { minutes } }, now);
  });
  return { ok: true };
}
