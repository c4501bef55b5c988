import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { requirePermission } from '../../people/permissions.ts';

export type DeleteMediumOutcome = { ok: true } | { ok: false; reason: 'medium-unknown' | 'medium-in-use' };

/** Takes a file out of what a base has, unless a lesson, one of its versions or a kept draft uses it. Other bases keep theirs. */
export async function deleteMedium(
  db: Database,
  actor: Actor,
  { base, digest }: { base: string; digest: string },
  now: Date,
): Promise<DeleteMediumOutcome> {
  requirePermission(actor, 'lesson:write', { base });
  const { townshipId } = actor;
  return db.transaction().execute(async (trx): Promise<DeleteMediumOutcome> => {
    // Held until the end: a draft that takes it up at this moment waits, and then finds it gone.
    const held = await trx
      .selectFrom('media')
      .select('digest')
      .where('township_id', '=', townshipId)
      .where('digest', '=', digest)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return { ok: false, reason: 'medium-unknown' };
    const { rows } = await sql<{ in_use: boolean; elsewhere: boolean }>`
      select exists (select from lesson_version_media where township_id = ${townshipId} and digest = ${digest})
          or exists (select from draft_revision_media where township_id = ${townshipId} and digest = ${digest}) as in_use,
        exists (select from base_medium where township_id = ${townshipId} and digest = ${digest} and base_id <> ${base}) as elsewhere`.execute(
      trx,
    );
    if (rows[0]?.in_use) return { ok: false, reason: 'medium-in-use' };
    const gone = await trx
      .deleteFrom('base_medium')
      .where('township_id', '=', townshipId)
      .where('base_id', '=', base)
      .where('digest', '=', digest)
      .returning('name')
      .executeTakeFirst();
    if (!gone) return { ok: false, reason: 'medium-unknown' };
    if (!rows[0]?.elsewhere) {
      await trx.deleteFrom('media').where('township_id', '=', townshipId).where('digest', '=', digest).execute();
    }
    await writeAudit(trx, actor, { deed: 'medium-deleted', subject: digest, detail: { base, name: gone.name } }, now);
    return { ok: true };
  });
}
