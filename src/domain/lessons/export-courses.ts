import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Database } from '../../../db/connect.ts';
import { lessonEntry, parseCourseFile } from './course-file.ts';
import { lessonEntries } from './courses/keep-course-file.ts';
import { guideFile, METADATA_FILE } from './lesson-folder.ts';
import { newestVersionNumber, publishedVersionNumber, readVersion } from './lessons-queries.ts';

/**
 * Writes every course below `dir`/courses as it came, byte for byte: course.yaml, the guides and, of each lesson, the version kiosks show
 * (of one never published, the newest). A shared lesson is written once, where its course.yaml says. Returns `course/lesson` names.
 */
export async function exportCourses(db: Database, townshipId: string, dir: string): Promise<string[]> {
  const courses = await db.selectFrom('course').selectAll().where('township_id', '=', townshipId).orderBy('id').execute();
  const guides = await db.selectFrom('course_guide').selectAll().where('township_id', '=', townshipId).execute();
  const written: string[] = [];
  for (const course of courses) {
    const lessons = await lessonEntries(db, townshipId, course.id);
    // A course made in the studio whose first lesson was never frozen has nothing to write yet.
    if (course.source === null && lessons.length === 0) continue;
    const source = course.source ?? courseSource(course, lessons);
    await mkdir(join(dir, 'courses', course.id), { recursive: true });
    await writeFile(join(dir, 'courses', course.id, 'course.yaml'), source);
    for (const guide of guides.filter(({ course_id }) => course_id === course.id))
      await writeFile(join(dir, 'courses', course.id, guideFile(guide.language)), guide.source);
    const parsed = parseCourseFile(source);
    const entries = parsed.ok ? parsed.value.lessons : lessons;
    for (const entry of entries) {
      const { home, lessonId } = lessonEntry(entry, course.id);
      if (home === course.id && (await exportLesson(db, townshipId, lessonId, join(dir, 'courses', home, lessonId))))
        written.push(`${home}/${lessonId}`);
    }
  }
  return written;
}

interface CourseRow {
  base_id: string;
  position: number;
  title_zh: string;
  title_en: string;
  summary_zh: string;
  summary_en: string;
  class_hours: string;
}

function courseSource(course: CourseRow, lessons: readonly string[]): string {
  return stringify({
    base: course.base_id,
    position: course.position,
    title: { zh: course.title_zh, en: course.title_en },
    summary: { zh: course.summary_zh, en: course.summary_en },
    class_hours: Number(course.class_hours),
    lessons,
  });
}

async function exportLesson(db: Database, townshipId: string, lessonId: string, folder: string): Promise<boolean> {
  const version = (await publishedVersionNumber(db, townshipId, lessonId)) ?? (await newestVersionNumber(db, townshipId, lessonId));
  const stored = version === null ? null : await readVersion(db, townshipId, lessonId, version);
  if (stored === null) return false;
  await mkdir(folder, { recursive: true });
  const texts = { [METADATA_FILE]: stored.folder.metadata, 'zh.mdx': stored.folder.zh, 'en.mdx': stored.folder.en };
  for (const [name, content] of Object.entries({ ...texts, ...stored.folder.media })) await writeFile(join(folder, name), content);
  return true;
}
