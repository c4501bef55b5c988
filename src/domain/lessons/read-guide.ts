import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { renderGuide, skillsIn } from '../../lesson-mdx/guide.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

export interface CourseGuide {
  courseTitle: Record<Language, string>;
  /** Null when the course has no guide in this language. `skills` are the lines of its skill checklist. */
  guide: { title: string; html: string; skills: string[] } | null;
}

/** How a trainer holds a course as a class. Null for an unknown course. */
export async function readGuide(db: Database, actor: Actor, courseId: string, language: Language): Promise<CourseGuide | null> {
  requirePermission(actor, 'lesson:read');
  const course = await db
    .selectFrom('course')
    .leftJoin('course_guide as guide', (join) =>
      join
        .onRef('guide.township_id', '=', 'course.township_id')
        .onRef('guide.course_id', '=', 'course.id')
        .on('guide.language', '=', language),
    )
    .select(['course.title_zh as zh', 'course.title_en as en', 'guide.source'])
    .where('course.township_id', '=', actor.townshipId)
    .where('course.id', '=', courseId)
    .executeTakeFirst();
  if (!course) return null;
  const { zh, en, source } = course;
  return { courseTitle: { zh, en }, guide: source === null ? null : { ...renderGuide(source), skills: skillsIn(source) } };
}
