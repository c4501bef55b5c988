import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import en from './en.ts';
import zh from './zh.ts';

export type StudioWords = typeof zh;

/** The words of the studio in one language. */
export function studioWords(language: Language): StudioWords {
  return language === 'zh' ? zh : en;
}
