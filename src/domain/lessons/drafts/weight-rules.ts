import { brotliCompressSync, constants } from 'node:zlib';
import type { CheckedLesson, Language } from '../../../lesson-mdx/checked-lesson.ts';

/** The most a lesson should bring over the network to a kiosk, in bytes. */
export const HEAVY = 1_000_000;

/** Bytes as they are sent for one language: the text as the kiosk's page compressed, pictures and recordings as they are. */
export interface LessonWeight {
  text: number;
  media: number;
  total: number;
  isHeavy: boolean;
  /** What weighs most, heaviest first. */
  parts: { path: string; bytes: number }[];
}

/** What a kiosk fetches for a lesson in one language. The kiosk's own scripts, styles and fonts are there already. */
export function lessonWeight(lesson: CheckedLesson, language: Language, sizes: ReadonlyMap<string, number>): LessonWeight {
  const page = lesson.steps[language].map((step) => `${step.title}${step.html}${step.speech}`).join('');
  const text = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  const shown = new Set(Array.from(page.matchAll(/\/media\/([0-9a-f]{64})/g), ([, digest = '']) => digest));
  if (lesson.cover) shown.add(lesson.media[lesson.cover] ?? '');
  for (const digest of Object.values(lesson.narration?.[language] ?? {})) shown.add(digest);
  const parts = Object.entries(lesson.media)
    .filter(([, digest]) => shown.has(digest))
    .map(([path, digest]) => ({ path, bytes: sizes.get(digest) ?? 0 }))
    .sort((one, other) => other.bytes - one.bytes);
  const media = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { text, media, total: text + media, isHeavy: text + media > HEAVY, parts };
}
