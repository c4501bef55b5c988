import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { loadLessonFacts } from './lesson-facts.ts';
import { type CourseTest, loadCourseTest } from './read-course-test.ts';

/** People: how many answered, and how many of them right. */
interface Share {
  right: number;
  answered: number;
}

/** One objective before and after the course. `both` counts only those who answered both times: the others cannot be compared. */
export interface ObjectiveComparison {
  lessonId: string;
  objectiveId: string;
  text: Record<Language, string>;
  before: Share;
  after: Share;
  both: { people: number; before: number; after: number };
}

export interface TestComparison {
  title: CourseTest['title'];
  objectives: ObjectiveComparison[];
}

interface FirstAnswer {
  learnerId: string;
  verb: 'tested-before' | 'tested-after';
  lessonId: string;
  version: number;
  questionId: string;
  isCorrect: boolean;
}

/**
 * The answers to a course's test before and after it, objective by objective. Each person's first answer counts, alone, unhelped and in a
 * sitting that is surely theirs; an answer to a question whose key has changed since does not. Null for an unknown course.
 */
export async function compareTests(db: Database, actor: Actor, courseId: string): Promise<TestComparison | null> {
  requirePermission(actor, 'roster:read');
  const { townshipId } = actor;
  const test = (await loadCourseTest(db, townshipId, courseId))?.test;
  if (!test) return null;
  const answers = await firstAnswers(db, townshipId, test.lessonIds);
  const factsOf = await loadLessonFacts(db, townshipId, [...answers, ...test.questions]);
  const keyOf = (lessonId: string, version: number, questionId: string) => factsOf(lessonId, version)?.questions.get(questionId)?.keyDigest;
  const objectives = test.questions.map(({ lessonId, version, questionId, objectiveId, text }) => {
    const key = keyOf(lessonId, version, questionId);
    const same = answers.filter(
      (answer) => answer.lessonId === lessonId && answer.questionId === questionId && keyOf(lessonId, answer.version, questionId) === key,
    );
    return { lessonId, objectiveId, text, ...shares(same) };
  });
  return { title: test.title, objectives };
}

function shares(answers: readonly FirstAnswer[]): Pick<ObjectiveComparison, 'before' | 'after' | 'both'> {
  const [before, after] = (['tested-before', 'tested-after'] as const).map(
    (verb) => new Map(answers.filter((answer) => answer.verb === verb).map(({ learnerId, isCorrect }) => [learnerId, isCorrect])),
  ) as [Map<string, boolean>, Map<string, boolean>];
  const share = (given: Map<string, boolean>) => ({ right: [...given.values()].filter(Boolean).length, answered: given.size });
  const people = [...before.keys()].filter((learnerId) => after.has(learnerId));
  const right = (given: Map<string, boolean>) => people.filter((learnerId) => given.get(learnerId)).length;
  return { before: share(before), after: share(after), both: { people: people.length, before: right(before), after: right(after) } };
}

async function firstAnswers(db: Database, townshipId: string, lessonIds: readonly string[]): Promise<FirstAnswer[]> {
  const { rows } = await sql<FirstAnswer>`
    select distinct on (s.learner_id, r.verb, r.lesson_id, r.question_id)
      s.learner_id as "learnerId", r.verb, r.lesson_id as "lessonId", r.version, r.question_id as "questionId", r.is_correct as "isCorrect"
    from learning_record r
    join sitting s on s.township_id = r.township_id and s.id = r.sitting_id
    join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    left join quarantined_sitting q on q.township_id = s.township_id and q.sitting_id = s.id
    where r.township_id = ${townshipId} and r.verb in ('tested-before', 'tested-after') and r.lesson_id = any(${[...lessonIds]}::text[])
      and r.is_correct is not null and q.sitting_id is null and (jsonb_typeof(r.response) <> 'object')
      and not exists (select from learning_record v join sitting vs on vs.township_id = v.township_id and vs.id = v.sitting_id
        where v.township_id = r.township_id and v.verb = 'voided' and vs.learner_id = s.learner_id and v.response = to_jsonb(r.id::text))
    order by s.learner_id, r.verb, r.lesson_id, r.question_id, r.occurred_at, r.id`.execute(db);
  return rows;
}
