import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language, TopicName } from '../../lesson-mdx/checked-lesson.ts';
import { newestPublication } from './lessons-queries.ts';

export interface LessonSummary {
  id: string;
  version: number;
  title: Record<Language, string>;
  summary: Record<Language, string>;
  minutes: number;
  /** Digest of the cover picture, served at /media/<digest>. */
  cover: string | null;
  topics: Partial<Record<TopicName, number>>;
}

export interface CourseSummary {
  id: string;
  baseId: string;
  title: Record<Language, string>;
  summary: Record<Language, string>;
  classHours: number;
  /** Published lessons in the course's order. */
  lessons: LessonSummary[];
}

/** Courses with their published lessons, of one base or one course id, in order. Two queries, however many lessons. */
export async function readCourses(
  db: Database,
  townshipId: string,
  which: { baseId?: string; courseId?: string },
): Promise<CourseSummary[]> {
  const rows = await db
    .selectFrom('course')
    .selectAll()
    .where('township_id', '=', townshipId)
    .$if(which.baseId !== undefined, (query) => query.where('base_id', '=', which.baseId ?? ''))
    .$if(which.courseId !== undefined, (query) => query.where('id', '=', which.courseId ?? ''))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const courses = new Map<string, CourseSummary>();
  for (const row of rows) {
    courses.set(row.id, {
      id: row.id,
      baseId: row.base_id,
      title: { zh: row.title_zh, en: row.title_en },
      summary: { zh: row.summary_zh, en: row.summary_en },
      classHours: Number(row.class_hours),
      lessons: [],
    });
  }
  if (courses.size > 0) await addLessons(db, townshipId, courses);
  return [...courses.values()];
}

async function addLessons(db: Database, townshipId: string, courses: Map<string, CourseSummary>): Promise<void> {
  const rows = await db
    .selectFrom('course_lesson as place')
    .innerJoin(newestPublication(db, townshipId).as('shown'), 'shown.lesson_id', 'place.lesson_id')
    .innerJoin('lesson_version as frozen', (join) =>
      join
        .onRef('frozen.township_id', '=', 'place.township_id')
        .onRef('frozen.lesson_id', '=', 'place.lesson_id')
        .onRef('frozen.version', '=', 'shown.version'),
    )
    .select(['place.course_id', 'place.lesson_id', 'frozen.version'])
    // The rendered steps stay in the database: a list needs only what stands on a tile.
    .select([
      sql<Record<Language, string>>`frozen.checked->'title'`.as('title'),
      sql<Record<Language, string>>`frozen.checked->'summary'`.as('summary'),
      sql<number>`(frozen.checked->>'minutes')::float8`.as('minutes'),
      sql<string | null>`frozen.checked->'media'->>(frozen.checked->>'cover')`.as('cover'),
      sql<Partial<Record<TopicName, number>>>`frozen.checked->'topics'`.as('topics'),
    ])
    .where('place.township_id', '=', townshipId)
    .where('place.course_id', 'in', [...courses.keys()])
    .orderBy('place.course_id')
    .orderBy('place.position')
    .execute();
  for (const { course_id, lesson_id, ...summary } of rows) courses.get(course_id)?.lessons.push({ id: lesson_id, ...summary });
}
