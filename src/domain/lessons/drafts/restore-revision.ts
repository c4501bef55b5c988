import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { lockLesson } from '../lessons-queries.ts';
import { checkDraft } from './check-draft.ts';
import { currentDraft, holdMedia, insertRevision, noteProblems } from './drafts-queries.ts';
import { type HistoryPlace, readRevision } from './read-revision.ts';

interface Input {
  lesson: string;
  place: HistoryPlace;
  /** The draft as the trainer saw it: a text saved meanwhile is not pushed aside unseen. */
  revision: number;
  client: string;
}

type Outcome = { ok: true; revision: number; savedAt: Date } | { ok: false; reason: 'no-such-revision' | 'draft-changed-meanwhile' };

/** Makes a text of the history the draft again, as a new revision; what it replaces stays in the history. */
export async function restoreRevision(db: Database, actor: Actor, { lesson, place, revision, client }: Input, now: Date): Promise<Outcome> {
  const text = await readRevision(db, actor, lesson, place);
  if (text === null) return { ok: false, reason: 'no-such-revision' };
  const { townshipId } = actor;
  const restored = await db.transaction().execute(async (trx): Promise<Outcome> => {
    await lockLesson(trx, townshipId, lesson, now);
    const current = await currentDraft(trx, townshipId, lesson);
    if (current?.revision !== revision) return { ok: false, reason: 'draft-changed-meanwhile' };
    // A text that a save took the place of meanwhile, and whose files were deleted then.
    if ((await holdMedia(trx, townshipId, text.media)) !== null) return { ok: false, reason: 'no-such-revision' };
    const next = {
      lessonId: lesson,
      kind: 'restored' as const,
      basedOn: revision,
      // Publishing it goes over what is shown now, as the trainer sees: it is not a text that somebody forgot to bring up to date.
      baseVersion: current.publishedVersion ?? text.baseVersion,
      files: text.files,
      media: text.media,
      client,
      savedBy: actor.kind === 'account' ? actor.accountId : null,
      beganAt: now,
    };
    return { ok: true, revision: await insertRevision(trx, townshipId, next, now), savedAt: now };
  });
  if (!restored.ok) return restored;
  const check = await checkDraft(db, townshipId, text.files, text.media);
  await noteProblems(db, townshipId, { lessonId: lesson, revision: restored.revision, problems: check.ok ? 0 : check.problems.length });
  return restored;
}
