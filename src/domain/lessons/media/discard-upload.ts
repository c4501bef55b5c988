import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { uploadOf } from './uploads-queries.ts';

/** Forgets an upload of one's own with everything that came of it. */
export async function discardUpload(
  db: Database,
  actor: AccountActor,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: 'upload-unknown' }> {
  if (!(await uploadOf(db, actor, id))) return { ok: false, reason: 'upload-unknown' };
  await db.deleteFrom('upload').where('township_id', '=', actor.townshipId).where('id', '=', id).execute();
  return { ok: true };
}
