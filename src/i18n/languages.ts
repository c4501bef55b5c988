import { LANGUAGES, type Language } from '../lesson-mdx/checked-lesson.ts';

export { LANGUAGES, type Language };

/** What goes into `lang` and into `Intl`. */
export const LANGUAGE_TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** Each language in its own words, as the switch shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: 'English' };

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value);
}

/** The language that one tap on the switch brings. */
export function otherLanguage(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? 'zh';
}

/** The same path in another language: `/zh/lessons/a/` → `/en/lessons/a/`. */
export function pathInLanguage(path: string, language: Language): string {
  return path.replace(/^\/(zh|en)(?=\/|$)/, `/${language}`);
}

/** A whole number with the language's separators. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGE_TAGS[language]).format(value);
}

/** A share between 0 and 1 as a percentage without decimals. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGE_TAGS[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A date with its time, in the township's time zone (China has one). */
export function formatDateTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    date,
  );
}

/** Fills `{name}` in a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
