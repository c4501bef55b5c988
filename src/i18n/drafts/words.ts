import en from './en.ts';
import zh from './zh.ts';

export type DraftWords = typeof zh;

/** The words of the studio's own pages; the editor has its own. */
export function draftWords(language: 'zh' | 'en'): DraftWords {
  return language === 'zh' ? zh : en;
}
