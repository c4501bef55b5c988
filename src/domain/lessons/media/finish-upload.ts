import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { type AddMediumOutcome, addMedium, type Medium } from './add-medium.ts';
import { kindOfName } from './medium-rules.ts';
import { uploadBytes, uploadOf } from './uploads-queries.ts';

export type FinishUploadOutcome =
  | AddMediumOutcome
  | { ok: false; reason: 'upload-unknown' | 'medium-unknown' }
  | { ok: false; reason: 'upload-not-whole'; received: number };

/** Turns a whole upload into a medium of its base, or refuses it and forgets it. Asked again, because an answer was lost, it answers the same. */
export async function finishUpload(db: Database, actor: AccountActor, id: string, now: Date): Promise<FinishUploadOutcome> {
  const upload = await uploadOf(db, actor, id);
  if (!upload) return { ok: false, reason: 'upload-unknown' };
  const { townshipId } = actor;
  if (upload.finished_as !== null) {
    const medium = await mediumOf(db, townshipId, upload.base_id, upload.finished_as);
    return medium ? { ok: true, medium } : { ok: false, reason: 'medium-unknown' };
  }
  if (upload.received < upload.size) return { ok: false, reason: 'upload-not-whole', received: upload.received };
  const added = await addMedium(db, actor, { base: upload.base_id, name: upload.name, bytes: await uploadBytes(db, townshipId, id) }, now);
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('upload_part').where('township_id', '=', townshipId).where('upload_id', '=', id).execute();
    if (added.ok)
      await trx
        .updateTable('upload')
        .set({ finished_as: added.medium.digest, seen_at: now })
        .where('township_id', '=', townshipId)
        .where('id', '=', id)
        .execute();
    else await trx.deleteFrom('upload').where('township_id', '=', townshipId).where('id', '=', id).execute();
  });
  return added;
}

async function mediumOf(db: Database, townshipId: string, base: string, digest: string): Promise<Medium | null> {
  const row = await db
    .selectFrom('base_medium as added')
    .innerJoin('media', (join) => join.onRef('media.township_id', '=', 'added.township_id').onRef('media.digest', '=', 'added.digest'))
    .select((eb) => ['added.name', eb.fn<number>('octet_length', ['media.bytes']).as('size')])
    .where('added.township_id', '=', townshipId)
    .where('added.base_id', '=', base)
    .where('added.digest', '=', digest)
    .executeTakeFirst();
  return row ? { digest, name: row.name, kind: kindOfName(row.name) ?? 'picture', size: row.size } : null;
}
