import { createHash } from 'node:crypto';
import type { QuestionKey } from './checked-lesson.ts';

type Bare<Key> = Key extends QuestionKey ? Omit<Key, 'luck' | 'keyDigest'> : never;
/** A question as its author wrote it, before chance and digest are worked out. */
export type WrittenQuestion = Bare<QuestionKey>;

/** Adds the chance of a lucky hit and the digest of what makes an answer right. */
export function questionKey(question: WrittenQuestion): QuestionKey {
  return { ...question, luck: luck(question), keyDigest: keyDigest(question) };
}

/** Chance that someone who knows nothing is right: single 1/n, true/false ½, multiple 1/(2ⁿ−1) (an empty answer is none), ordering and matching 1/n!, number 0. */
function luck(question: WrittenQuestion): number {
  switch (question.kind) {
    case 'single-choice':
      return 1 / question.choices.length;
    case 'multiple-choice':
      return 1 / (2 ** question.choices.length - 1);
    case 'true-false':
      return 1 / 2;
    case 'number':
      return 0;
    case 'ordering':
    case 'matching':
      return 1 / factorial(question.choices.length);
  }
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** SHA-256 of kind, choice ids and right answer; the order of choices on the screen does not matter. */
function keyDigest(question: WrittenQuestion): string {
  const choices = 'choices' in question ? question.choices.toSorted() : [];
  const right = question.kind === 'multiple-choice' ? question.right.toSorted() : question.right;
  const tolerance = question.kind === 'number' ? question.tolerance : null;
  return createHash('sha256')
    .update(JSON.stringify([question.kind, choices, right, tolerance]))
    .digest('hex');
}
