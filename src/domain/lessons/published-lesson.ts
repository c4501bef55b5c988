import type { Database } from '../../../db/connect.ts';
import type { CheckedLesson, Language } from '../../lesson-mdx/checked-lesson.ts';
import { lessonVersion } from './lesson-version.ts';
import { newestPublication, publishedVersionNumber } from './lessons-queries.ts';

interface LessonInCourse {
  id: string;
  title: Record<Language, string>;
  baseId: string;
  /** The published lesson after this one in that course. */
  nextLessonId: string | null;
}

export interface PublishedLesson {
  lessonId: string;
  version: number;
  checked: CheckedLesson;
  courses: LessonInCourse[];
  /** The next lesson of the first course that has one. */
  nextLessonId: string | null;
}

/** What kiosks show of a lesson now, null when it is unknown or not published. */
export async function publishedLesson(db: Database, townshipId: string, lessonId: string): Promise<PublishedLesson | null> {
  const version = await publishedVersionNumber(db, townshipId, lessonId);
  const frozen = version === null ? null : await lessonVersion(db, townshipId, lessonId, version);
  if (frozen === null) return null;
  const courses = await coursesOfLesson(db, townshipId, lessonId);
  const nextLessonId = courses.find((course) => course.nextLessonId !== null)?.nextLessonId ?? null;
  return { lessonId, version: frozen.version, checked: frozen.checked, courses, nextLessonId };
}

async function coursesOfLesson(db: Database, townshipId: string, lessonId: string): Promise<LessonInCourse[]> {
  const rows = await db
    .selectFrom('course_lesson as place')
    .innerJoin('course', (join) => join.onRef('course.township_id', '=', 'place.township_id').onRef('course.id', '=', 'place.course_id'))
    .select(['course.id', 'course.title_zh', 'course.title_en', 'course.base_id'])
    .select((eb) =>
      eb
        .selectFrom('course_lesson as after')
        .innerJoin(newestPublication(db, townshipId).as('shown'), 'shown.lesson_id', 'after.lesson_id')
        .select('after.lesson_id')
        .whereRef('after.township_id', '=', 'place.township_id')
        .whereRef('after.course_id', '=', 'place.course_id')
        .whereRef('after.position', '>', 'place.position')
        .where('shown.version', 'is not', null)
        .orderBy('after.position')
        .limit(1)
        .as('next_lesson_id'),
    )
    .where('place.township_id', '=', townshipId)
    .where('place.lesson_id', '=', lessonId)
    .orderBy('course.position')
    .orderBy('course.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    baseId: row.base_id,
    nextLessonId: row.next_lesson_id,
  }));
}
