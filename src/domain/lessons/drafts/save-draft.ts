import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import type { Actor } from '../../people/actor.ts';
import { textsDigest } from '../lesson-folder.ts';
import { lockLesson } from '../lessons-queries.ts';
import { checkDraft, listedProblems } from './check-draft.ts';
import type { Draft, SaveInput, SaveOutcome, SaveRefusal } from './draft.ts';
import { isFoldedInto, refuseTexts } from './draft-rules.ts';
import {
  currentDraft,
  deleteRevision,
  holdMedia,
  insertRevision,
  newestOfClient,
  noteProblems,
  type Revision,
  readRevisionRow,
  sameSave,
} from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/**
 * Keeps a draft as typed, whatever is wrong in it, and says what is. The same save sent again gives the same answer. Where somebody else
 * saved meanwhile nothing is overwritten: this text is kept in the history (`keptAs`), and both are there to choose from.
 */
export async function saveDraft(db: Database, actor: Actor, input: SaveInput, now: Date): Promise<SaveOutcome> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', input.lesson)) === null) return { ok: false, reason: 'unknown-lesson' };
  const refused = refuseTexts(input.files);
  if (refused) return refused;

  const kept = await db.transaction().execute((trx) => keep(trx, actor, input, now));
  if (!kept.ok) return kept;
  const check = await checkDraft(db, actor.townshipId, input.files, input.media);
  const problems = check.ok ? 0 : check.problems.length;
  await noteProblems(db, actor.townshipId, { lessonId: input.lesson, revision: kept.revision, problems });
  return { ...kept, problems: listedProblems(check) };
}

type Kept = { ok: true; revision: number; savedAt: Date } | SaveRefusal;

async function keep(trx: Transaction<Schema>, actor: Actor, input: SaveInput, now: Date): Promise<Kept> {
  const { townshipId } = actor;
  await lockLesson(trx, townshipId, input.lesson, now);
  const current = await currentDraft(trx, townshipId, input.lesson);
  if (current === null) return { ok: false, reason: 'unknown-lesson' };
  const missing = await holdMedia(trx, townshipId, input.media);
  if (missing !== null) return { ok: false, reason: 'media-unknown', path: missing };
  const digest = textsDigest(input.files, input.media);
  const { client, lesson, revision: basedOn } = input;
  const same = await sameSave(trx, townshipId, lesson, { client, basedOn, digest });
  if (same) return { ok: true, revision: same.revision, savedAt: same.saved_at };
  // The same text as somebody else's is no conflict, and a text without a change no save.
  if (textsDigest(current.files, current.media) === digest) return { ok: true, revision: current.revision, savedAt: current.at ?? now };
  const newest = await readRevisionRow(trx, townshipId, lesson, current.revision);
  if (current.revision === basedOn) {
    const revision = await putInPlaceOf(trx, actor, { input, kind: 'saved', baseVersion: current.baseVersion, before: newest }, now);
    return { ok: true, revision, savedAt: now };
  }
  const isYours = newest?.client === client;
  return {
    ok: false,
    reason: 'conflict',
    theirs: theirs(current, isYours),
    keptAs: isYours ? null : await keepLost(trx, actor, input, current, now),
  };
}

/** Every keystroke is saved, but the history shows a sitting of some minutes as one entry. */
async function putInPlaceOf(
  trx: Transaction<Schema>,
  actor: Actor,
  {
    input,
    kind,
    baseVersion,
    before,
  }: { input: SaveInput; kind: Revision['kind']; baseVersion: number | null; before: Revision | undefined },
  now: Date,
): Promise<number> {
  const savedBy = actor.kind === 'account' ? actor.accountId : null;
  const { client, files, media, lesson: lessonId } = input;
  const isFolded = before !== undefined && isFoldedInto(asKept(before), { kind, client, savedBy }, now);
  const next = {
    lessonId,
    kind,
    basedOn: input.revision,
    baseVersion,
    files,
    media,
    client,
    savedBy,
    beganAt: isFolded ? before.began_at : now,
  };
  const revision = await insertRevision(trx, actor.townshipId, next, now);
  if (isFolded) await deleteRevision(trx, actor.townshipId, lessonId, before.revision);
  return revision;
}

async function keepLost(trx: Transaction<Schema>, actor: Actor, input: SaveInput, current: Draft, now: Date): Promise<number> {
  const before = await newestOfClient(trx, actor.townshipId, input.lesson, input.client, 'lost');
  if (before?.digest === textsDigest(input.files, input.media)) return before.revision;
  return putInPlaceOf(trx, actor, { input, kind: 'lost', baseVersion: current.baseVersion, before }, now);
}

function asKept(row: Revision) {
  return {
    kind: row.kind,
    client: row.client,
    savedBy: row.saved_by,
    beganAt: row.began_at,
    publishedVersion: row.published_version,
    isReviewed: Boolean(row.is_reviewed),
  };
}

function theirs(current: Draft, isYours: boolean) {
  const { revision, files, media, by, at } = current;
  return { revision, files, media, by, at, isYours };
}
