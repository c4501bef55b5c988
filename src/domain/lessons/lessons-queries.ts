import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Schema } from '../../../db/schema.ts';
import type { LessonFolder } from './lesson-folder.ts';

/** A frozen version's sources with its number. */
export interface StoredVersion {
  version: number;
  digest: string;
  folder: LessonFolder;
}

/** The newest publication of every lesson: what kiosks show. version null says: nothing. */
export function newestPublication(db: Database, townshipId: string) {
  return db
    .selectFrom('lesson_publication')
    .distinctOn('lesson_id')
    .select(['lesson_id', 'version', 'published_at', 'published_by'])
    .where('township_id', '=', townshipId)
    .orderBy('lesson_id')
    .orderBy('id', 'desc');
}

/** The version kiosks show, null when the lesson is not published or unknown. */
export async function publishedVersionNumber(db: Database, townshipId: string, lessonId: string): Promise<number | null> {
  const row = await db
    .selectFrom('lesson_publication')
    .select('version')
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** The newest frozen version below `below` (or of all), whether published or not. */
export async function newestVersionNumber(db: Database, townshipId: string, lessonId: string, below?: number): Promise<number | null> {
  const row = await db
    .selectFrom('lesson_version')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .$if(below !== undefined, (query) => query.where('version', '<', below ?? 0))
    .executeTakeFirst();
  return row?.version ?? null;
}

/** The bases where a lesson is taught: those of the courses that hold it. Empty for an unknown lesson. */
export async function basesOfLesson(db: Database, townshipId: string, lessonId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('course_lesson')
    .innerJoin('course', (join) =>
      join.onRef('course.township_id', '=', 'course_lesson.township_id').onRef('course.id', '=', 'course_lesson.course_id'),
    )
    .select('course.base_id')
    .distinct()
    .where('course_lesson.township_id', '=', townshipId)
    .where('course_lesson.lesson_id', '=', lessonId)
    .orderBy('course.base_id')
    .execute();
  return rows.map((row) => row.base_id);
}

/** The sources and pictures of one frozen version, null when there is none. */
export async function readVersion(db: Database, townshipId: string, lessonId: string, version: number): Promise<StoredVersion | null> {
  const row = await db
    .selectFrom('lesson_version')
    .select(['version', 'digest', 'metadata_source', 'zh_source', 'en_source'])
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return null;
  const media = await db
    .selectFrom('lesson_version_media as used')
    .innerJoin('media', (join) => join.onRef('media.township_id', '=', 'used.township_id').onRef('media.digest', '=', 'used.digest'))
    .select(['used.path', 'media.bytes'])
    .where('used.township_id', '=', townshipId)
    .where('used.lesson_id', '=', lessonId)
    .where('used.version', '=', version)
    .execute();
  const folder = {
    metadata: row.metadata_source,
    zh: row.zh_source,
    en: row.en_source,
    media: Object.fromEntries(media.map(({ path, bytes }): [string, Uint8Array] => [path, new Uint8Array(bytes)])),
  };
  return { version: row.version, digest: row.digest, folder };
}

/** The digests of every version a township has, as `lesson digest`. */
export async function knownVersions(db: Database, townshipId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('lesson_version').select(['lesson_id', 'digest']).where('township_id', '=', townshipId).execute();
  return new Set(rows.map((row) => `${row.lesson_id} ${row.digest}`));
}

/** Makes the lesson if it is new, and holds it until the transaction ends: two publications of one lesson go one after the other. */
export async function lockLesson(trx: Transaction<Schema>, townshipId: string, lessonId: string, now: Date): Promise<void> {
  await trx
    .insertInto('lesson')
    .values({ township_id: townshipId, id: lessonId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.selectFrom('lesson').select('id').where('township_id', '=', townshipId).where('id', '=', lessonId).forUpdate().execute();
}

/** Tells every server process, at commit, that what kiosks show of this lesson changed. */
export async function notifyPublication(trx: Transaction<Schema>, lessonId: string): Promise<void> {
  await sql`select pg_notify('furrow_publication', ${lessonId})`.execute(trx);
}

/** The same for every lesson of a course: their neighbours in it changed. */
export async function notifyCourse(trx: Transaction<Schema>, townshipId: string, courseId: string): Promise<void> {
  await sql`
    select pg_notify('furrow_publication', lesson_id) from course_lesson
    where township_id = ${townshipId} and course_id = ${courseId}`.execute(trx);
}
