/** A question as question files and lessons both know it, in one language. Texts are plain: no markup, no line ends. */
export type FileQuestion = {
  /** A readable name from the file; becomes the id where it can. */
  name: string;
  /** The objective it tests, where the file says so. */
  objective: string;
  prompt: string;
} & (
  | { kind: 'single-choice' | 'multiple-choice'; choices: FileChoice[] }
  | { kind: 'matching'; pairs: FilePair[]; feedbackRight: string; feedbackWrong: string }
  | { kind: 'true-false'; answer: boolean; feedbackTrue: string; feedbackFalse: string }
  | { kind: 'number'; answer: string; tolerance: string; unit: string; feedbackRight: string; feedbackWrong: string }
);

export interface FileChoice {
  text: string;
  isRight: boolean;
  feedback: string;
}

export interface FilePair {
  left: string;
  right: string;
}

export type UnreadReason =
  | 'no-answers'
  | 'not-closed'
  | 'no-prompt'
  | 'no-right-answer'
  | 'essay'
  | 'short-answer'
  | 'matching'
  | 'several-numbers'
  | 'not-a-number'
  | 'too-few-choices'
  | 'too-many-choices'
  | 'answer-not-among-choices'
  | 'not-a-question'
  | 'not-for-this-file';

/** What could not be read, and where: the line in the file, from 1. */
export interface Unread {
  line: number;
  text: string;
  reason: UnreadReason;
}

export interface ReadQuestions {
  questions: (FileQuestion & { line: number })[];
  unread: Unread[];
}

const MOST_CHOICES = 8;
const MOST_PAIRS = 5;

/** A choice question out of its choices, or why it cannot be one. */
export function choiceQuestion(
  about: { name: string; objective: string; prompt: string },
  choices: FileChoice[],
  isSeveral: boolean,
): FileQuestion | UnreadReason {
  if (choices.length < 2) return 'too-few-choices';
  if (choices.length > MOST_CHOICES) return 'too-many-choices';
  const right = choices.filter((choice) => choice.isRight).length;
  if (right === 0) return 'no-right-answer';
  return { ...about, kind: isSeveral || right > 1 ? 'multiple-choice' : 'single-choice', choices };
}

/** A question of pairs, or why it cannot be one: two to five, both sides written, no right side twice. */
export function matchingQuestion(
  about: { name: string; objective: string; prompt: string },
  pairs: FilePair[],
  feedback: { feedbackRight: string; feedbackWrong: string },
): FileQuestion | UnreadReason {
  const isWhole = pairs.every(({ left, right }) => left !== '' && right !== '');
  const isClear = new Set(pairs.map(({ right }) => right)).size === pairs.length;
  if (pairs.length < 2 || pairs.length > MOST_PAIRS || !isWhole || !isClear) return 'matching';
  return { ...about, kind: 'matching', pairs, ...feedback };
}

/** One line of plain text: tags of an HTML editor go, entities become characters. */
export function plainText(text: string): string {
  return text
    .replace(/<[a-z/][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'" };
