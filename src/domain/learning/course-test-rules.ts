import type { CheckedLesson } from '../../lesson-mdx/checked-lesson.ts';

/** More would be an exam. */
const MOST = 12;

/** A published lesson as far as choosing questions needs it. */
export interface TestedLesson {
  lessonId: string;
  version: number;
  objectives: CheckedLesson['objectives'];
  questions: CheckedLesson['questions'];
}

/** One question of a course's test, for one objective of one lesson. */
export interface TestQuestion {
  lessonId: string;
  version: number;
  objectiveId: string;
  text: CheckedLesson['objectives'][number]['text'];
  questionId: string;
}

/**
 * The questions of a course's test: one for an objective, the one hardest to hit by luck, in the course's order. With more than twelve objectives
 * every lesson gives its first before any gives its second. The same lessons always give the same questions, so before and after can be compared.
 */
export function chooseTest(lessons: readonly TestedLesson[]): TestQuestion[] {
  const byLesson = lessons.map(questionsOf);
  const chosen = new Set<TestQuestion>();
  const deepest = Math.max(0, ...byLesson.map(({ length }) => length));
  for (let turn = 0; turn < deepest; turn += 1) {
    for (const questions of byLesson) {
      const next = questions[turn];
      if (next && chosen.size < MOST) chosen.add(next);
    }
  }
  return byLesson.flat().filter((question) => chosen.has(question));
}

function questionsOf({ lessonId, version, objectives, questions }: TestedLesson): TestQuestion[] {
  return objectives.flatMap(({ id, text }) => {
    const [hardest] = questions
      .filter(({ objective }) => objective === id)
      .toSorted((one, other) => one.luck - other.luck || (one.id < other.id ? -1 : 1));
    return hardest ? [{ lessonId, version, objectiveId: id, text, questionId: hardest.id }] : [];
  });
}
