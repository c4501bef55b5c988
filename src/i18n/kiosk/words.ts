import type { Language } from '../languages.ts';
import en from './en.ts';
import zh, { type KioskWords } from './zh.ts';

const WORDS: Record<Language, KioskWords> = { zh, en };

/** The kiosk's words in one language. */
export function kioskWords(language: Language): KioskWords {
  return WORDS[language];
}
