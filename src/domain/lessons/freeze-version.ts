import type { Transaction } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { CheckedLesson } from '../../lesson-mdx/checked-lesson.ts';
import { isKnown } from '../../lesson-mdx/medium-facts.ts';
import type { Actor } from '../people/actor.ts';
import { digestOf, type KnownFolder, lessonDigest } from './lesson-folder.ts';
import { newestVersionNumber, notifyPublication } from './lessons-queries.ts';
import { keepMedium } from './media/media-queries.ts';

interface Freezing {
  lessonId: string;
  folder: KnownFolder;
  checked: CheckedLesson;
}

/**
 * Freezes a checked folder as the lesson's next version, inside the caller's transaction and under its lock on the lesson.
 * The same files frozen before give that version again (`isNew` false).
 */
export async function freezeVersion(
  trx: Transaction<Schema>,
  actor: Actor,
  { lessonId, folder, checked }: Freezing,
  now: Date,
): Promise<{ version: number; isNew: boolean }> {
  const townshipId = actor.townshipId;
  const digest = lessonDigest(folder);
  const same = await trx
    .selectFrom('lesson_version')
    .select('version')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (same) return { version: same.version, isNew: false };

  const version = ((await newestVersionNumber(trx, townshipId, lessonId)) ?? 0) + 1;
  await trx
    .insertInto('lesson_version')
    .values({
      township_id: townshipId,
      lesson_id: lessonId,
      version,
      digest,
      metadata_source: folder.metadata,
      zh_source: folder.zh,
      en_source: folder.en,
      checked: JSON.stringify(checked),
      created_by: accountOf(actor),
      created_at: now,
    })
    .execute();
  // In the order of their digests, as everybody holds them: two publications with the same pictures do not wait for each other in a circle.
  const files = Object.entries(folder.media).map(([path, file]) => ({ path, file, digest: digestOf(file) }));
  for (const { path, file, digest } of files.toSorted((one, other) => (one.digest < other.digest ? -1 : 1))) {
    if (!isKnown(file)) await keepMedium(trx, townshipId, { path, bytes: file }, now);
    const place = { township_id: townshipId, lesson_id: lessonId, version, path };
    await trx
      .insertInto('lesson_version_media')
      .values({ ...place, digest })
      .execute();
  }
  return { version, isNew: true };
}

/** Says that kiosks show this version (null: nothing) from now on, who said so and why, and tells every server process at commit. */
export async function publishVersion(
  trx: Transaction<Schema>,
  actor: Actor,
  { lessonId, version, note }: { lessonId: string; version: number | null; note: string },
  now: Date,
): Promise<void> {
  const publication = {
    township_id: actor.townshipId,
    lesson_id: lessonId,
    version,
    published_by: accountOf(actor),
    published_at: now,
    note,
  };
  await trx.insertInto('lesson_publication').values(publication).execute();
  await notifyPublication(trx, lessonId);
}

function accountOf(actor: Actor): string | null {
  return actor.kind === 'account' ? actor.accountId : null;
}
