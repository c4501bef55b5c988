import type { LessonProblem } from './checked-lesson.ts';
import { PROBLEM_MESSAGES, type ProblemCode } from './problem-messages.ts';

/** Where something stands in a file; line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

export const FILE_START: Place = { line: 1, column: 1 };

/** One problem with its sentence in both languages; `a` and `b` fill the sentence. */
export function lessonProblem(file: string, place: Place, code: ProblemCode, a = '', b = ''): LessonProblem {
  const sentence: (a: string, b: string) => LessonProblem['message'] = PROBLEM_MESSAGES[code];
  return { file, line: place.line, column: place.column, code, message: sentence(shorten(a), shorten(b)) };
}

/** Line and column of the character at `index` of `text`. */
export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

// A hostile lesson must not make its own error message a megabyte long.
function shorten(words: string): string {
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}
