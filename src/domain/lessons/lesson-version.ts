import type { Database } from '../../../db/connect.ts';
import type { CheckedLesson } from '../../lesson-mdx/checked-lesson.ts';

export interface LessonVersion {
  lessonId: string;
  version: number;
  checked: CheckedLesson;
  /** The texts as they came. */
  sources: { metadata: string; zh: string; en: string };
  createdAt: Date;
}

/** One frozen version, published or not: what a record that names it is graded by. Null when there is none. */
export async function lessonVersion(db: Database, townshipId: string, lessonId: string, version: number): Promise<LessonVersion | null> {
  const row = await db
    .selectFrom('lesson_version')
    .select(['version', 'checked', 'metadata_source', 'zh_source', 'en_source', 'created_at'])
    .where('township_id', '=', townshipId)
    .where('lesson_id', '=', lessonId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return null;
  return {
    lessonId,
    version: row.version,
    // Only freezeVersion writes this column, and it writes a CheckedLesson.
    checked: row.checked as CheckedLesson,
    sources: { metadata: row.metadata_source, zh: row.zh_source, en: row.en_source },
    createdAt: row.created_at,
  };
}
