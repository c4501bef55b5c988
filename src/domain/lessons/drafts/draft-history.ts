import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import type { HistoryPlace } from './read-revision.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

export interface HistoryEntry {
  /** `lost` lost a conflict; `frozen` came as a version with the product or as an uploaded folder; `withdrawn` has no text. */
  kind: 'saved' | 'restored' | 'lost' | 'frozen' | 'published' | 'withdrawn';
  /** The text it is about; null for a withdrawal. */
  place: HistoryPlace | null;
  version: number | null;
  by: string | null;
  at: Date;
  note: string;
  isCurrent: boolean;
}

/** Every kept text of a lesson and every publication, newest first; null for an unknown lesson. */
export async function draftHistory(db: Database, actor: Actor, lessonId: string): Promise<HistoryEntry[] | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lessonId)) === null) return null;
  const { rows } = await sql<Omit<HistoryEntry, 'place'> & { revision: number | null }>`
    with entry as (
      select kept.kind, kept.revision, kept.published_version as version, kept.saved_by as account_id, kept.saved_at as at, '' as note,
        coalesce(draft.revision = kept.revision, false) as "isCurrent", 1 as rank, kept.revision as number
      from draft_revision kept join lesson_draft draft on draft.township_id = kept.township_id and draft.lesson_id = kept.lesson_id
      where kept.township_id = ${actor.townshipId} and kept.lesson_id = ${lessonId}
      union all
      select 'frozen', null, frozen.version, frozen.created_by, frozen.created_at, '', false, 0, frozen.version from lesson_version frozen
      where frozen.township_id = ${actor.townshipId} and frozen.lesson_id = ${lessonId} and not exists (
        select 1 from draft_revision kept where kept.township_id = frozen.township_id and kept.lesson_id = frozen.lesson_id
          and kept.published_version = frozen.version)
      union all
      select case when shown.version is null then 'withdrawn' else 'published' end, null, shown.version, shown.published_by, shown.published_at,
        shown.note, false, 2, shown.id from lesson_publication shown
      where shown.township_id = ${actor.townshipId} and shown.lesson_id = ${lessonId}
    )
    select entry.kind, entry.revision, entry.version, entry.at, entry.note, entry."isCurrent", account.display_name as by
    from entry left join account on account.township_id = ${actor.townshipId} and account.id = entry.account_id
    order by entry.at desc, entry.rank desc, entry.number desc`.execute(db);
  if (rows.length === 0) return null;
  return rows.map(({ revision, ...entry }) => ({ ...entry, place: placeOf(revision, entry.version) }));
}

function placeOf(revision: number | null, version: number | null): HistoryPlace | null {
  if (revision !== null) return { revision };
  return version === null ? null : { version };
}
