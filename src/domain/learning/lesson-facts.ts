import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { CheckedLesson, QuestionKey, TopicName } from '../../lesson-mdx/checked-lesson.ts';

/** What grading and folding need to know of one frozen version. */
export interface LessonFacts {
  topics: Partial<Record<TopicName, number>>;
  objectives: CheckedLesson['objectives'];
  title: CheckedLesson['title'];
  questions: Map<string, QuestionKey>;
}

/** Looks up a version that was loaded before; undefined when there is none. */
export type FactsOf = (lessonId: string, version: number) => LessonFacts | undefined;

// Versions are frozen, so what was read once stays true for the life of the process.
const known = new Map<string, LessonFacts>();

/** Loads the versions named (those not in memory yet, in one query) and answers from memory afterwards. */
export async function loadLessonFacts(
  db: Database,
  townshipId: string,
  versions: Iterable<{ lessonId: string; version: number }>,
): Promise<FactsOf> {
  const missing = new Map<string, { lesson_id: string; version: number }>();
  for (const { lessonId, version } of versions) {
    const key = `${lessonId}@${version}`;
    if (!known.has(`${townshipId}/${key}`)) missing.set(key, { lesson_id: lessonId, version });
  }
  if (missing.size > 0) {
    const { rows } = await sql<{ lesson_id: string; version: number; checked: CheckedLesson }>`
      select v.lesson_id, v.version, v.checked from lesson_version v
      join json_to_recordset(${JSON.stringify([...missing.values()])}::json) as x(lesson_id text, version int)
        on v.lesson_id = x.lesson_id and v.version = x.version
      where v.township_id = ${townshipId}`.execute(db);
    for (const row of rows) known.set(`${townshipId}/${row.lesson_id}@${row.version}`, factsOf(row.checked));
  }
  return (lessonId, version) => known.get(`${townshipId}/${lessonId}@${version}`);
}

function factsOf(checked: CheckedLesson): LessonFacts {
  return {
    topics: checked.topics,
    objectives: checked.objectives,
    title: checked.title,
    questions: new Map(checked.questions.map((question) => [question.id, question])),
  };
}
