import reasonsEn from '../reasons/en.ts';
import reasonsZh from '../reasons/zh.ts';
import en from './en.ts';
import zh from './zh.ts';

type MediaWords = typeof zh;

/** The words of the media page and of adding files. */
export function mediaWords(language: 'zh' | 'en'): MediaWords {
  return language === 'zh' ? zh : en;
}

/** Why a file was not added, for the browser: reason → sentence. */
export function uploadReasons(language: 'zh' | 'en'): Record<string, string> {
  const reasons: Record<string, string> = language === 'zh' ? reasonsZh : reasonsEn;
  const isOfUpload = (reason: string) => /^(file|picture|upload|medium)-|^(not-your-base|too-many-unfinished)$/.test(reason);
  return Object.fromEntries(Object.entries(reasons).filter(([reason]) => isOfUpload(reason)));
}
