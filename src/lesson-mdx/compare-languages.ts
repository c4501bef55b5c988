import type { LessonProblem, QuestionKey } from './checked-lesson.ts';
import type { ProblemCode } from './problem-messages.ts';
import { FILE_START, lessonProblem, type Place } from './problems.ts';
import type { LessonPage } from './read-page.ts';

interface Side {
  file: string;
  page: LessonPage;
}

/** Both languages must ask the same: ids, kinds, objectives, choices, answers, tolerance, and the same steps in the same order. */
export function compareLanguages(zh: Side, en: Side, problems: LessonProblem[]): void {
  const complain = (file: string, place: Place, code: ProblemCode, a: string, b = '') =>
    problems.push(lessonProblem(file, place, code, a, b));
  for (const { key, place } of zh.page.questions) {
    const other = find(en.page, key.id);
    if (!other) complain(zh.file, place, 'question-in-one-language', key.id, en.file);
    else for (const code of differences(key, other.key)) complain(en.file, other.place, code, key.id);
  }
  for (const { key, place } of en.page.questions) {
    if (!find(zh.page, key.id)) complain(en.file, place, 'question-in-one-language', key.id, zh.file);
  }
  const [zhSteps, enSteps] = [zh.page.steps, en.page.steps];
  // A page with a problem has no steps yet.
  if (zhSteps.length === 0 || enSteps.length === 0) return;
  if (zhSteps.length !== enSteps.length) {
    complain(en.file, FILE_START, 'step-counts-differ', String(zhSteps.length), String(enSteps.length));
    return;
  }
  const index = zhSteps.findIndex((step, at) => stepIdentity(step) !== stepIdentity(enSteps[at] ?? step));
  if (index >= 0) complain(en.file, FILE_START, 'step-order-differs', String(index + 1));
}

function find(page: LessonPage, id: string): LessonPage['questions'][number] | undefined {
  return page.questions.find((question) => question.key.id === id);
}

function differences(one: QuestionKey, other: QuestionKey): ProblemCode[] {
  if (one.kind !== other.kind) return ['kinds-differ'];
  const codes: ProblemCode[] = [];
  if (one.objective !== other.objective) codes.push('objectives-differ');
  if ('choices' in one && 'choices' in other && !same(one.choices, other.choices)) codes.push('choices-differ');
  if (!same(answer(one), answer(other))) codes.push('answers-differ');
  if (one.kind === 'number' && other.kind === 'number' && one.tolerance !== other.tolerance) codes.push('tolerance-differs');
  return codes;
}

function answer(key: QuestionKey): unknown {
  return key.kind === 'multiple-choice' ? key.right.toSorted() : key.right;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stepIdentity(step: LessonPage['steps'][number]): string {
  return step.kind === 'question' ? `question ${step.questionId}` : 'content';
}
