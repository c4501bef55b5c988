import type { Database } from '../../../../db/connect.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { type MediumKind, mediumProblems, soundKind } from '../../../lesson-mdx/media.ts';
import { webmTracks } from '../../../lesson-mdx/webm-tracks.ts';
import type { Actor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { requirePermission } from '../../people/permissions.ts';
import { sha256 } from '../lesson-folder.ts';
import { keepMedium } from './media-queries.ts';
import { type BeginRefusal, kindOfName, lessonFileName, refuseFile } from './medium-rules.ts';
import { type PreparedPicture, preparePicture } from './prepare-picture.ts';

/** A file that lessons can be written with. `name` is how a lesson folder would call it; `size` is in bytes. */
export interface Medium {
  digest: string;
  name: string;
  kind: MediumKind;
  size: number;
}

export type AddMediumOutcome =
  | { ok: true; medium: Medium }
  | { ok: false; reason: BeginRefusal | Exclude<PreparedPicture, { ok: true }>['reason'] }
  | { ok: false; reason: 'medium-has-problems'; problems: LessonProblem[] };

/**
 * Adds a picture, recording, video or captions to what a base has. Pictures are made as small as kiosks show them; everything else is judged by its
 * bytes and kept as it came. What kiosks could not show is refused, and nothing of it stays. The same file again is the same medium.
 */
export async function addMedium(
  db: Database,
  actor: Actor,
  { base, name, bytes }: { base: string; name: string; bytes: Uint8Array },
  now: Date,
): Promise<AddMediumOutcome> {
  requirePermission(actor, 'lesson:write', { base });
  const refused = refuseFile(name, bytes.length);
  if (refused) return { ok: false, reason: refused };
  const prepared = await prepare(name, bytes);
  if (!prepared.ok) return prepared;
  const { townshipId } = actor;
  const digest = sha256(prepared.bytes);
  const file = lessonFileName(name, prepared.extension);
  const addedBy = actor.kind === 'account' ? actor.accountId : null;
  await db.transaction().execute(async (trx) => {
    await keepMedium(trx, townshipId, { path: file, bytes: prepared.bytes }, now);
    await trx
      .insertInto('base_medium')
      .values({ township_id: townshipId, base_id: base, digest, name: file, added_by: addedBy, added_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await writeAudit(trx, actor, { deed: 'medium-added', subject: digest, detail: { base, name: file } }, now);
  });
  const kind = kindOfName(file) ?? 'picture';
  return { ok: true, medium: { digest, name: file, kind, size: prepared.bytes.length } };
}

type Prepared = { ok: true; bytes: Uint8Array; extension: string } | Exclude<AddMediumOutcome, { ok: true }>;

async function prepare(name: string, bytes: Uint8Array): Promise<Prepared> {
  const kind = kindOfName(name);
  if (kind === 'picture') return preparePicture(name, bytes);
  const extension =
    kind === 'captions' ? 'vtt' : kind === 'sound' ? (soundKind(bytes) ?? ownExtension(name)) : webmTracks(bytes).isWebm ? 'webm' : 'mp4';
  const problems = mediumProblems(lessonFileName(name, extension), bytes);
  return problems.length > 0 ? { ok: false, reason: 'medium-has-problems', problems } : { ok: true, bytes, extension };
}

function ownExtension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
