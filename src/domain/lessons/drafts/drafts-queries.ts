import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import { textsDigest } from '../lesson-folder.ts';
import { newestVersionNumber, publishedVersionNumber } from '../lessons-queries.ts';
import type { Draft, DraftFiles, DraftMedia } from './draft.ts';

/** One kept revision with who saved it. */
export type Revision = NonNullable<Awaited<ReturnType<typeof readRevisionRow>>>;

/**
 * A lesson as its trainers see it: the newest revision, or the frozen text where nobody has saved. A draft nobody touched since it was
 * published follows what was published after it.
 */
export async function currentDraft(db: Database, townshipId: string, lessonId: string): Promise<Draft | null> {
  const lesson = await db
    .selectFrom('lesson')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('id', '=', lessonId)
    .executeTakeFirst();
  if (!lesson) return null;
  const publishedVersion = await publishedVersionNumber(db, townshipId, lessonId);
  const revision = await currentRevision(db, townshipId, lessonId);
  const row = revision === null ? undefined : await readRevisionRow(db, townshipId, lessonId, revision);
  const isFollowing = row?.published_version != null && (publishedVersion ?? 0) > row.published_version;
  if (row && !isFollowing)
    return { ...asDraft(row), lesson: lessonId, publishedVersion, media: await mediaOfRevision(db, townshipId, lessonId, row.revision) };
  const version = publishedVersion ?? (await newestVersionNumber(db, townshipId, lessonId));
  const frozen = version === null ? null : await frozenText(db, townshipId, lessonId, version);
  return {
    lesson: lessonId,
    revision: row?.revision ?? 0,
    files: frozen?.files ?? { metadata: '', zh: '', en: '' },
    media: frozen?.media ?? {},
    baseVersion: version,
    publishedVersion,
    revisionVersion: version === publishedVersion ? version : null,
    by: frozen?.by ?? null,
    at: frozen?.at ?? null,
  };
}

export async function currentRevision(db: Database, townshipId: string, lessonId: string): Promise<number | null> {
  const draft = await db
    .selectFrom('lesson_draft')
    .select('revision')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst();
  return draft?.revision ?? null;
}

export async function readRevisionRow(db: Database, townshipId: string, lessonId: string, revision: number) {
  return revisionsOf(db, townshipId, lessonId).where('kept.revision', '=', revision).executeTakeFirst();
}

function revisionsOf(db: Database, townshipId: string, lessonId: string) {
  return db
    .selectFrom('draft_revision as kept')
    .leftJoin('account', (join) => join.onRef('account.township_id', '=', 'kept.township_id').onRef('account.id', '=', 'kept.saved_by'))
    .selectAll('kept')
    .select('account.display_name as by')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('draft_review as review')
            .select('review.id')
            .whereRef('review.township_id', '=', 'kept.township_id')
            .whereRef('review.lesson_id', '=', 'kept.lesson_id')
            .whereRef('review.revision', '=', 'kept.revision'),
        )
        .as('is_reviewed'),
    )
    .where('kept.township_id', '=', townshipId)
    .where('kept.lesson_id', '=', lessonId);
}

/** The newest kept revision of one client, of one kind. */
export async function newestOfClient(db: Database, townshipId: string, lessonId: string, client: string, kind: Revision['kind']) {
  return revisionsOf(db, townshipId, lessonId)
    .where('kept.client', '=', client)
    .where('kept.kind', '=', kind)
    .orderBy('kept.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The revision this client saved from `basedOn` with exactly these files, if it did: its answer was lost on the way. */
export async function sameSave(
  db: Database,
  townshipId: string,
  lessonId: string,
  { client, basedOn, digest }: { client: string; basedOn: number; digest: string },
) {
  return revisionsOf(db, townshipId, lessonId)
    .where('kept.client', '=', client)
    .where('kept.based_on', '=', basedOn)
    .where('kept.digest', '=', digest)
    .where('kept.kind', '=', 'saved')
    .executeTakeFirst();
}

export function textsOf(row: Pick<Revision, 'metadata_source' | 'zh_source' | 'en_source'>): DraftFiles {
  return { metadata: row.metadata_source, zh: row.zh_source, en: row.en_source };
}

function asDraft(row: Revision) {
  return {
    revision: row.revision,
    files: textsOf(row),
    baseVersion: row.published_version ?? row.base_version,
    revisionVersion: row.published_version,
    by: row.by,
    at: row.saved_at,
  };
}

export async function mediaOfRevision(db: Database, townshipId: string, lessonId: string, revision: number): Promise<DraftMedia> {
  const rows = await db
    .selectFrom('draft_revision_media')
    .select(['path', 'digest'])
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('revision', '=', revision)
    .orderBy('path')
    .execute();
  return Object.fromEntries(rows.map(({ path, digest }) => [path, digest]));
}

/** The texts of a frozen version as they came, with its media by digest. */
export async function frozenText(db: Database, townshipId: string, lessonId: string, version: number) {
  const row = await db
    .selectFrom('lesson_version as frozen')
    .leftJoin('account', (join) =>
      join.onRef('account.township_id', '=', 'frozen.township_id').onRef('account.id', '=', 'frozen.created_by'),
    )
    .select(['frozen.metadata_source', 'frozen.zh_source', 'frozen.en_source', 'frozen.created_at as at', 'account.display_name as by'])
    .where('frozen.township_id', '=', townshipId)
    .where('frozen.lesson_id', '=', lessonId)
    .where('frozen.version', '=', version)
    .executeTakeFirst();
  if (!row) return null;
  const media = await db
    .selectFrom('lesson_version_media')
    .select(['path', 'digest'])
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('version', '=', version)
    .orderBy('path')
    .execute();
  return { files: textsOf(row), media: Object.fromEntries(media.map(({ path, digest }) => [path, digest])), by: row.by, at: row.at };
}

export interface NewRevision {
  lessonId: string;
  kind: Revision['kind'];
  basedOn: number;
  baseVersion: number | null;
  files: DraftFiles;
  media: DraftMedia;
  client: string;
  savedBy: string | null;
  /** Earlier than `now` when it takes another's place. */
  beganAt: Date;
}

/** Writes the next revision under the caller's lock; it becomes the draft, unless it lost. */
export async function insertRevision(trx: Transaction<Schema>, townshipId: string, next: NewRevision, now: Date): Promise<number> {
  const lesson = { township_id: townshipId, lesson_id: next.lessonId };
  const draft = await trx
    .selectFrom('lesson_draft')
    .select(['revision', 'last_revision'])
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', next.lessonId)
    .executeTakeFirst();
  const revision = (draft?.last_revision ?? 0) + 1;
  const current = next.kind === 'lost' ? (draft?.revision ?? revision) : revision;
  await trx
    .insertInto('lesson_draft')
    .values({ ...lesson, revision: current, last_revision: revision })
    .onConflict((conflict) => conflict.columns(['township_id', 'lesson_id']).doUpdateSet({ revision: current, last_revision: revision }))
    .execute();
  await trx
    .insertInto('draft_revision')
    .values({
      ...lesson,
      revision,
      kind: next.kind,
      based_on: Math.min(next.basedOn, revision - 1),
      base_version: next.baseVersion,
      metadata_source: next.files.metadata,
      zh_source: next.files.zh,
      en_source: next.files.en,
      digest: textsDigest(next.files, next.media),
      client: next.client,
      saved_by: next.savedBy,
      began_at: next.beganAt,
      saved_at: now,
    })
    .execute();
  const media = Object.entries(next.media).map(([path, digest]) => ({ ...lesson, revision, path, digest }));
  if (media.length > 0) await trx.insertInto('draft_revision_media').values(media).execute();
  return revision;
}

/** How many problems the check found in a revision: lists show it without checking again. */
export async function noteProblems(
  db: Database,
  townshipId: string,
  { lessonId, revision, problems }: { lessonId: string; revision: number; problems: number },
): Promise<void> {
  await db
    .updateTable('draft_revision')
    .set({ problems })
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('revision', '=', revision)
    .execute();
}

export async function deleteRevision(trx: Transaction<Schema>, townshipId: string, lessonId: string, revision: number): Promise<void> {
  await trx
    .deleteFrom('draft_revision')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('revision', '=', revision)
    .execute();
}

/**
 * The first path whose digest names no media of the township; null when all are there. Those that are stay until the transaction ends: whoever
 * deletes one at this moment waits, and then finds it in use.
 */
export async function holdMedia(trx: Transaction<Schema>, townshipId: string, media: DraftMedia): Promise<string | null> {
  const digests = [...new Set(Object.values(media))];
  if (digests.length === 0) return null;
  const rows = await trx
    .selectFrom('media')
    .select('digest')
    .where('township_id', '=', townshipId)
    .where('digest', 'in', digests)
    .forKeyShare()
    .execute();
  const known = new Set(rows.map((row) => row.digest));
  return Object.entries(media).find(([, digest]) => !known.has(digest))?.[0] ?? null;
}
