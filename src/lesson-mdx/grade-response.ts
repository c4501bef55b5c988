import type { QuestionKey } from './checked-lesson.ts';

/** Grades a raw response as a kiosk sent it. A response of the wrong shape is not an answer: neither right nor wrong. */
export function gradeResponse(
  question: QuestionKey,
  response: unknown,
): { ok: true; isCorrect: boolean } | { ok: false; reason: 'not-an-answer' } {
  const isCorrect = judge(question, response);
  return isCorrect === null ? { ok: false, reason: 'not-an-answer' } : { ok: true, isCorrect };
}

function judge(question: QuestionKey, response: unknown): boolean | null {
  switch (question.kind) {
    case 'single-choice':
      return typeof response === 'string' && question.choices.includes(response) ? response === question.right : null;
    case 'multiple-choice':
      return isChoiceSet(question.choices, response) ? sameSet(question.right, response) : null;
    case 'ordering':
    case 'matching':
      // All of them, each once: less is not an answer yet.
      return isChoiceSet(question.choices, response) && response.length === question.choices.length
        ? question.right.every((choice, index) => response[index] === choice)
        : null;
    case 'true-false':
      return typeof response === 'boolean' ? response === question.right : null;
    case 'number':
      return typeof response === 'number' && Number.isFinite(response) ? isWithin(response, question.right, question.tolerance) : null;
  }
}

function isChoiceSet(choices: string[], response: unknown): response is string[] {
  if (!Array.isArray(response) || response.length === 0 || response.length > choices.length) return false;
  return new Set(response).size === response.length && response.every((choice) => choices.includes(choice));
}

function sameSet(right: string[], response: string[]): boolean {
  return right.length === response.length && right.every((choice) => response.includes(choice));
}

// 2.35 − 2.3 is 0.0500…04 in binary: the bound itself must count as within.
function isWithin(value: number, right: number, tolerance: number): boolean {
  return Math.abs(value - right) <= tolerance + 1e-9 * Math.max(1, Math.abs(right));
}
