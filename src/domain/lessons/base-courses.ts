import type { Database } from '../../../db/connect.ts';
import { type CourseSummary, readCourses } from './course-queries.ts';

/** A base's courses in order, with what stands on the tiles of their published lessons. */
export async function baseCourses(db: Database, townshipId: string, baseId: string): Promise<CourseSummary[]> {
  return readCourses(db, townshipId, { baseId });
}
