import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import type { DraftFiles, DraftMedia } from './draft.ts';
import { frozenText, mediaOfRevision, readRevisionRow, textsOf } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** A text in a lesson's history: a kept revision, or a frozen version. */
export type HistoryPlace = { revision: number } | { version: number };

export interface HistoryText {
  files: DraftFiles;
  media: DraftMedia;
  baseVersion: number | null;
  by: string | null;
  at: Date;
}

/** The text at one place of the history exactly as it was; null where there is none. */
export async function readRevision(db: Database, actor: Actor, lessonId: string, place: HistoryPlace): Promise<HistoryText | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lessonId)) === null) return null;
  const { townshipId } = actor;
  if ('version' in place) {
    const frozen = await frozenText(db, townshipId, lessonId, place.version);
    return frozen && { ...frozen, baseVersion: place.version };
  }
  const row = await readRevisionRow(db, townshipId, lessonId, place.revision);
  if (!row) return null;
  const media = await mediaOfRevision(db, townshipId, lessonId, place.revision);
  return { files: textsOf(row), media, baseVersion: row.published_version ?? row.base_version, by: row.by, at: row.saved_at };
}
