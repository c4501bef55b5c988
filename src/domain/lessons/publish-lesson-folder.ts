import type { Transaction } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { checkFolder } from './check-folder.ts';
import { withLessonsAdded } from './course-file.ts';
import { needsReview } from './drafts/review-queries.ts';
import { freezeVersion, publishVersion } from './freeze-version.ts';
import { readLessonFolder } from './lesson-folder.ts';
import { basesOfLesson, lockLesson, notifyCourse, publishedVersionNumber } from './lessons-queries.ts';
import type { PublishOutcome } from './publish-language-file.ts';

interface FolderUpload {
  courseId: string;
  lessonId: string;
  /** File name → bytes: lesson.yaml, zh.mdx, en.mdx and pictures. */
  files: Record<string, Uint8Array>;
  note: string;
}

/**
 * Publishes a whole lesson folder: a new version of a lesson of this course, or a new lesson at the course's end.
 * The actor must be a trainer of the course's base. A refusal writes nothing.
 */
export async function publishLessonFolder(
  db: Database,
  actor: Actor,
  { courseId, lessonId, files, note }: FolderUpload,
  now: Date,
): Promise<PublishOutcome> {
  requirePermission(actor, 'lesson:publish');
  const townshipId = actor.townshipId;
  const course = await db
    .selectFrom('course')
    .select('base_id')
    .where('township_id', '=', townshipId)
    .where('id', '=', courseId)
    .executeTakeFirst();
  if (!course) return { ok: false, reason: 'unknown-course' };
  requirePermission(actor, 'lesson:publish', { base: course.base_id });
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(lessonId)) return { ok: false, reason: 'not-a-lesson-id' };

  if (await needsReview(db, townshipId, [course.base_id])) return { ok: false, reason: 'review-needed' };
  const read = readLessonFolder(files);
  if (!read.ok) return { ok: false, reason: 'lesson-has-problems', problems: read.problems };
  const check = await checkFolder(read.folder);
  if (!check.ok) return { ok: false, reason: 'lesson-has-problems', problems: check.problems };

  return db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const place = await placeInCourse(trx, townshipId, courseId, lessonId);
    if (place === 'elsewhere') return { ok: false, reason: 'lesson-of-another-course' };
    await lockLesson(trx, townshipId, lessonId, now);
    const { version } = await freezeVersion(trx, actor, { lessonId, folder: read.folder, checked: check.lesson }, now);
    if (version === (await publishedVersionNumber(trx, townshipId, lessonId))) return { ok: false, reason: 'nothing-changed' };
    if (place === 'new') await addToCourse(trx, actor, courseId, lessonId);
    await publishVersion(trx, actor, { lessonId, version, note }, now);
    return { ok: true, version };
  });
}

/** Where the lesson stands; holds the course row, so that two new lessons do not take the same place. */
async function placeInCourse(
  trx: Transaction<Schema>,
  townshipId: string,
  courseId: string,
  lessonId: string,
): Promise<'here' | 'new' | 'elsewhere'> {
  await trx.selectFrom('course').select('id').where('township_id', '=', townshipId).where('id', '=', courseId).forUpdate().execute();
  const here = await trx
    .selectFrom('course_lesson')
    .select('lesson_id')
    .where('township_id', '=', townshipId)
    .where('course_id', '=', courseId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst();
  if (here) return 'here';
  // Another course's lesson is shared by its course.yaml, never taken over by an upload of the same name.
  return (await basesOfLesson(trx, townshipId, lessonId)).length === 0 ? 'new' : 'elsewhere';
}

async function addToCourse(trx: Transaction<Schema>, actor: Actor, courseId: string, lessonId: string): Promise<void> {
  const { townshipId } = actor;
  const placed_by = actor.kind === 'account' ? actor.accountId : null;
  const course = await trx
    .selectFrom('course')
    .select([
      'source',
      (eb) =>
        eb
          .selectFrom('course_lesson')
          .select((inner) => inner.fn.max<number | null>('course_lesson.position').as('last'))
          .where('township_id', '=', townshipId)
          .where('course_id', '=', courseId)
          .as('last'),
    ])
    .where('township_id', '=', townshipId)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('course_lesson')
    .values({ township_id: townshipId, course_id: courseId, lesson_id: lessonId, position: (course.last ?? 0) + 1, placed_by })
    .execute();
  await trx
    .updateTable('course')
    .set({ source: course.source === null ? null : withLessonsAdded(course.source, [lessonId]) })
    .where('township_id', '=', townshipId)
    .where('id', '=', courseId)
    .execute();
  await notifyCourse(trx, townshipId, courseId);
}
