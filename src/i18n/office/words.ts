import reasonsEn from '../reasons/en.ts';
import reasonsZh from '../reasons/zh.ts';
import en from './en.ts';
import zh from './zh.ts';

export type OfficeWords = typeof zh;

/** The words of the office pages in one language. */
export function officeWords(language: 'zh' | 'en'): OfficeWords {
  return language === 'zh' ? zh : en;
}

/** A domain outcome's reason as a sentence; an unknown reason is shown as it is, so that it can be reported. */
export function reasonWords(language: 'zh' | 'en', reason: string): string {
  const reasons: Record<string, string> = language === 'zh' ? reasonsZh : reasonsEn;
  return reasons[reason] ?? `${reasons['unknown-reason']} (${reason})`;
}

/** How long to wait before the next try. */
export function waitWords(language: 'zh' | 'en', seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (language === 'zh') return seconds < 60 ? `试的次数太多，请等 ${seconds} 秒再试。` : `试的次数太多，请等 ${minutes} 分钟再试。`;
  return seconds < 60 ? `Too many tries. Please wait ${seconds} seconds.` : `Too many tries. Please wait ${minutes} minutes.`;
}
