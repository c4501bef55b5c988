import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { requirePermission } from '../../people/permissions.ts';
import { type BeginRefusal, PART_BYTES, refuseFile } from './medium-rules.ts';
import { unfinishedBytes } from './uploads-queries.ts';

/** So that one account cannot fill the disk with uploads it never finishes. */
const MOST_UNFINISHED = 200_000_000;

export type BeginUploadOutcome =
  | { ok: true; id: string; received: number; part: number }
  | { ok: false; reason: BeginRefusal | 'too-many-unfinished' };

/**
 * Opens an upload of `size` bytes before any of them is sent, or says why the file cannot come. An unfinished one of the same file, by name, size and
 * `stamp` (when it was last changed), goes on where it stopped: `received`. `part` is how many bytes to send at a time.
 */
export async function beginUpload(
  db: Database,
  actor: AccountActor,
  { base, name, size, stamp }: { base: string; name: string; size: number; stamp: string },
  id: string,
  now: Date,
): Promise<BeginUploadOutcome> {
  requirePermission(actor, 'lesson:write', { base });
  const refused = refuseFile(name, size);
  if (refused) return { ok: false, reason: refused };
  const { townshipId: township_id, accountId: account_id } = actor;
  const begun = await db
    .selectFrom('upload')
    .select(['id', 'received'])
    .where('township_id', '=', township_id)
    .where('account_id', '=', account_id)
    .where('base_id', '=', base)
    .where('name', '=', name)
    .where('size', '=', size)
    .where('stamp', '=', stamp)
    .where('finished_as', 'is', null)
    .orderBy('begun_at', 'desc')
    .executeTakeFirst();
  if (begun) return { ok: true, ...begun, part: PART_BYTES };
  if ((await unfinishedBytes(db, actor)) + size > MOST_UNFINISHED) return { ok: false, reason: 'too-many-unfinished' };
  const upload = { township_id, id, account_id, base_id: base, name, stamp, size, begun_at: now, seen_at: now };
  await db.insertInto('upload').values(upload).execute();
  return { ok: true, id, received: 0, part: PART_BYTES };
}
