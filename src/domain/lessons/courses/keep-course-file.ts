import type { Transaction } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Schema } from '../../../../db/schema.ts';
import { withLessons } from '../course-file.ts';
import { notifyCourse } from '../lessons-queries.ts';

/**
 * Brings the course.yaml of a course, or of every course of a lesson, up to its list of lessons. A lesson that was never frozen has no
 * folder yet and is left out. Courses made in the studio have no file of their own.
 */
export async function keepCourseFile(
  trx: Transaction<Schema>,
  townshipId: string,
  which: { courseId: string } | { lessonId: string },
): Promise<void> {
  const courses = await trx
    .selectFrom('course')
    .select(['id', 'source'])
    .where('township_id', '=', townshipId)
    .$if('courseId' in which, (query) => query.where('id', '=', 'courseId' in which ? which.courseId : ''))
    .$if('lessonId' in which, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('course_lesson')
          .select('course_id')
          .where('township_id', '=', townshipId)
          .where('lesson_id', '=', 'lessonId' in which ? which.lessonId : ''),
      ),
    )
    .orderBy('id')
    .execute();
  for (const { id, source } of courses) {
    await notifyCourse(trx, townshipId, id);
    if (source === null) continue;
    const next = withLessons(source, id, await lessonEntries(trx, townshipId, id));
    if (next !== source)
      await trx.updateTable('course').set({ source: next }).where('township_id', '=', townshipId).where('id', '=', id).execute();
  }
}

/** The entries of a course.yaml: its lessons that have a folder to write, in order. */
export async function lessonEntries(db: Database, townshipId: string, courseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('course_lesson as place')
    .innerJoin('lesson_version as frozen', (join) =>
      join
        .onRef('frozen.township_id', '=', 'place.township_id')
        .onRef('frozen.lesson_id', '=', 'place.lesson_id')
        .on('frozen.version', '=', 1),
    )
    .select(['place.lesson_id', 'place.shared_from'])
    .where('place.township_id', '=', townshipId)
    .where('place.course_id', '=', courseId)
    .orderBy('place.position')
    .execute();
  return rows.map((row) => (row.shared_from === null ? row.lesson_id : `${row.shared_from}/${row.lesson_id}`));
}
