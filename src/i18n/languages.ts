import { LANGUAGES, type Language } from '../lesson-mdx/checked-lesson.ts';

export { LANGUAGES, type Language };

/** What goes into `lang` and into `Intl`. */
export const LANGUAGE_TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** Whether `value` names a language the product has. */
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

/** A date with its time, in the township's time zone (China has one). */
export function formatDateTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    date,
  );
}

/** A share in percent with one decimal, for example `12.5%`; empty where there is nobody to be a share of. */
export function percent(count: number, of: number): string {
  return of === 0 ? '' : `${((count / of) * 100).toFixed(1)}%`;
}

/** Numerator, denominator and percent, as every figure is shown: `3/24 · 12.5%`. */
export function share(count: number, of: number): string {
  return of === 0 ? `${count}/${of}` : `${count}/${of} · ${percent(count, of)}`;
}

/** Fills `{name}` in a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** Whether a voice with this tag speaks this language: Chinese is `zh-CN` to most systems and `cmn`, Mandarin, to the voices of Linux. */
export function voiceSpeaks(tag: string, language: Language): boolean {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return primary === language || (language === 'zh' && primary === 'cmn');
}
