import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { PART_BYTES } from './medium-rules.ts';
import { uploadOf } from './uploads-queries.ts';

export type ReceivePartOutcome =
  | { ok: true; received: number }
  /** `received` says where to go on. */
  | { ok: false; reason: 'upload-offset'; received: number }
  | { ok: false; reason: 'upload-unknown' | 'upload-part-wrong' };

/** Keeps the next bytes of an upload. A part that came before, or that does not join on, is not kept: the answer says where to go on. */
export async function receivePart(
  db: Database,
  actor: AccountActor,
  { id, first, bytes }: { id: string; first: number; bytes: Uint8Array },
  now: Date,
): Promise<ReceivePartOutcome> {
  const upload = await uploadOf(db, actor, id);
  if (!upload) return { ok: false, reason: 'upload-unknown' };
  if (bytes.length === 0 || bytes.length > PART_BYTES || first + bytes.length > upload.size)
    return { ok: false, reason: 'upload-part-wrong' };
  const next = first + bytes.length;
  return db.transaction().execute(async (trx): Promise<ReceivePartOutcome> => {
    // Two tabs with the same file: only one of them joins on.
    const moved = await trx
      .updateTable('upload')
      .set({ received: next, seen_at: now })
      .where('township_id', '=', actor.townshipId)
      .where('id', '=', id)
      .where('received', '=', first)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) {
      const current = await uploadOf(trx, actor, id);
      return current ? { ok: false, reason: 'upload-offset', received: current.received } : { ok: false, reason: 'upload-unknown' };
    }
    const part = { township_id: actor.townshipId, upload_id: id, first, bytes: Buffer.from(bytes) };
    await trx.insertInto('upload_part').values(part).execute();
    return { ok: true, received: next };
  });
}
