import type { Database } from '../../../db/connect.ts';
import { type CourseSummary, readCourses } from './course-queries.ts';

/** One course with its published lessons, null when there is none of that id. */
export async function readCourse(db: Database, townshipId: string, courseId: string): Promise<CourseSummary | null> {
  const [course] = await readCourses(db, townshipId, { courseId });
  return course ?? null;
}
