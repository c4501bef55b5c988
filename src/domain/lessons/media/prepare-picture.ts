import sharp from 'sharp';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { decodeUtf8 } from '../../../lesson-mdx/media.ts';
import { checkSvg } from '../../../lesson-mdx/svg-check.ts';

/** The longest side a kiosk shows, in pixels. */
export const LONGEST_SIDE = 1600;
/** A picture of more is refused before a single one is unpacked: 50 megapixels are 200 MB of memory. */
const MOST_PIXELS = 50_000_000;
const LARGEST_SVG = 2_000_000;
const QUALITY = 82;

export type PreparedPicture =
  | { ok: true; bytes: Buffer; extension: 'webp' | 'svg' }
  | { ok: false; reason: 'picture-heic' | 'picture-too-many-pixels' | 'picture-broken' | 'picture-unknown' | 'picture-too-large' }
  | { ok: false; reason: 'medium-has-problems'; problems: LessonProblem[] };

/** A picture as kiosks show it: turned upright, without place, camera or other metadata, at most 1600 pixels long, as WebP. A drawing (SVG) stays as it is. */
export async function preparePicture(name: string, bytes: Uint8Array): Promise<PreparedPicture> {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (/^.{4}ftyp(heic|heix|hevc|mif1|msf1)/s.test(start)) return { ok: false, reason: 'picture-heic' };
  if (isRaster(start)) return oneAtATime(() => reduce(bytes));
  const text = decodeUtf8(bytes);
  if (text === null || !text.includes('<svg')) return { ok: false, reason: 'picture-unknown' };
  if (bytes.length > LARGEST_SVG) return { ok: false, reason: 'picture-too-large' };
  const problems = checkSvg(name, text);
  return problems.length > 0
    ? { ok: false, reason: 'medium-has-problems', problems }
    : { ok: true, bytes: Buffer.from(bytes), extension: 'svg' };
}

function isRaster(start: string): boolean {
  return start.startsWith('\u0089PNG\r\n\u001a\n') || start.startsWith('\u00ff\u00d8\u00ff') || /^RIFF.{4}WEBP/s.test(start);
}

async function reduce(bytes: Uint8Array): Promise<PreparedPicture> {
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
    const { width, height } = await picture.metadata();
    if (width * height > MOST_PIXELS) return { ok: false, reason: 'picture-too-many-pixels' };
    const small = picture.autoOrient().resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true });
    return { ok: true, bytes: await small.webp({ quality: QUALITY }).toBuffer(), extension: 'webp' };
  } catch (error) {
    const isTooMany = error instanceof Error && /pixel limit/i.test(error.message);
    return { ok: false, reason: isTooMany ? 'picture-too-many-pixels' : 'picture-broken' };
  }
}

let before: Promise<unknown> = Promise.resolve();

/** Several large photographs at once would need the memory of all of them. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
}
