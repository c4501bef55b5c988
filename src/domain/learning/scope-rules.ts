import type { Day } from '../../../db/schema.ts';

/** Courses with their lessons, and every publication of each lesson in the order they were made. */
export interface Catalogue {
  courses: { id: string; baseId: string; lessons: string[] }[];
  publications: Map<string, { version: number | null; at: number }[]>;
}

/** What is asked of one learner: dated requirements that reach them, and courses joined. */
export interface Assignments {
  required: { courseId: string; since: Day; until: Day | null }[];
  enrolled: { courseId: string; at: number }[];
}

/** The lesson's version kiosks showed at this moment; null when none. */
export function publishedVersion(catalogue: Catalogue, lessonId: string, at: number): number | null {
  let version: number | null = null;
  for (const publication of catalogue.publications.get(lessonId) ?? []) {
    if (publication.at > at) break;
    version = publication.version;
  }
  return version;
}

/** When a version was first published; 0 when it never was. */
export function firstPublished(catalogue: Catalogue, lessonId: string, version: number): number {
  return catalogue.publications.get(lessonId)?.find((publication) => publication.version === version)?.at ?? 0;
}

/** Courses required of the learner on this day. */
export function requiredCourses(assignments: Assignments, day: Day): string[] {
  const held = assignments.required.filter((rule) => rule.since <= day && (rule.until === null || day < rule.until));
  return [...new Set(held.map((rule) => rule.courseId))];
}

/** Courses the learner had joined by this moment. */
export function enrolledCourses(assignments: Assignments, at: number): string[] {
  return assignments.enrolled.filter((enrolment) => enrolment.at <= at).map((enrolment) => enrolment.courseId);
}

/** The lessons of these courses, each once. */
export function lessonsOf(catalogue: Catalogue, courseIds: readonly string[]): string[] {
  const lessons = new Set<string>();
  for (const course of catalogue.courses) {
    if (courseIds.includes(course.id)) for (const lessonId of course.lessons) lessons.add(lessonId);
  }
  return [...lessons];
}

/** Opening a lesson joins its course: the courses of this base that hold it, or all that hold it. */
export function coursesJoinedByOpening(catalogue: Catalogue, lessonId: string, baseId: string): string[] {
  const holding = catalogue.courses.filter((course) => course.lessons.includes(lessonId));
  const here = holding.filter((course) => course.baseId === baseId);
  return (here.length > 0 ? here : holding).map((course) => course.id);
}
