import { isKnown, type MediumFile } from '../../../lesson-mdx/medium-facts.ts';
import { type Place, placeAt } from '../../../lesson-mdx/problems.ts';
import type { DraftFiles } from './draft.ts';

/** The most one text of a draft may have, in bytes of UTF-8. A kiosk takes 200 kB; what lies between is kept, with the problem named. */
export const LARGEST_DRAFT_TEXT = 1_000_000;
/** Saves of one editor within this time are one entry of the history. */
export const FOLDED_MS = 5 * 60_000;
/** An editor that was not heard of for so long is closed. Editors say that they are there every 20 seconds. */
export const PRESENT_MS = 60_000;

const NAMES: [keyof DraftFiles, string][] = [
  ['metadata', 'lesson.yaml'],
  ['zh', 'zh.mdx'],
  ['en', 'en.mdx'],
];

type Refused =
  | { ok: false; reason: 'too-large'; file: string; bytes: number; limit: number }
  | { ok: false; reason: 'broken-character'; file: string; line: number; column: number };

/** Why these texts cannot be kept at all, whatever they say; null when they can. */
export function refuseTexts(files: DraftFiles): Refused | null {
  for (const [part, file] of NAMES) {
    const text = files[part];
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_DRAFT_TEXT) return { ok: false, reason: 'too-large', file, bytes, limit: LARGEST_DRAFT_TEXT };
    const place = brokenCharacter(text);
    if (place) return { ok: false, reason: 'broken-character', file, ...place };
  }
  return null;
}

/** The files a published lesson needs: those its texts name. What a trainer tried and left stays in the base and in the draft's history. */
export function namedMedia(files: DraftFiles, media: Record<string, MediumFile>): Record<string, MediumFile> {
  const isText = (path: string) => path.endsWith('.yaml');
  const texts = [
    ...Object.values(files),
    ...Object.entries(media).flatMap(([path, file]) => (isText(path) && !isKnown(file) ? [Buffer.from(file).toString()] : [])),
  ];
  return Object.fromEntries(Object.entries(media).filter(([path]) => isText(path) || texts.some((text) => text.includes(path))));
}

function brokenCharacter(text: string): Place | null {
  const index = text.search(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
  return index < 0 ? null : placeAt(text, index);
}

interface Kept {
  kind: string;
  client: string;
  savedBy: string | null;
  beganAt: Date;
  publishedVersion: number | null;
  isReviewed: boolean;
}

/** Whether the next save of `client` takes this revision's place in the history. A published or reviewed one stands. */
export function isFoldedInto(before: Kept, next: { kind: string; client: string; savedBy: string | null }, now: Date): boolean {
  if (before.kind !== next.kind || next.kind === 'restored') return false;
  if (before.client !== next.client || before.savedBy !== next.savedBy) return false;
  return before.publishedVersion === null && !before.isReviewed && now.getTime() - before.beganAt.getTime() < FOLDED_MS;
}
