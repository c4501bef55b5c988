import { createHash } from 'node:crypto';
import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import { isKnown, type MediumFile } from '../../lesson-mdx/medium-facts.ts';
import { folderProblem } from './folder-problems.ts';

/** The files of one lesson as they came: texts keep their bytes (a byte order mark too), media by file name. */
export interface LessonFolder {
  metadata: string;
  zh: string;
  en: string;
  media: Record<string, Uint8Array>;
}

/** The same where media that are stored already are known by what was noted of them. */
export type KnownFolder = Omit<LessonFolder, 'media'> & { media: Record<string, MediumFile> };

export const METADATA_FILE = 'lesson.yaml';
/** Mongolian labels and recordings, and the reviewer's facts: kept beside the pictures. */
const TEXTS_BESIDE: ReadonlySet<string> = new Set(['mn.yaml', 'facts.yaml']);
/** The trainer's guide of a course, beside its course.yaml. */
export function guideFile(language: Language): string {
  return `guide.${language}.mdx`;
}

const MAX_PICTURE_BYTES = 2 * 1024 * 1024;
const MAX_SOUND_BYTES = 4 * 1024 * 1024;
const MAX_TEXT_BYTES = 256 * 1024;
const PICTURE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,99}$/u;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
};

/** Sorts uploaded or read files (name → bytes) into a lesson folder; everything that does not belong is named. */
export function readLessonFolder(
  files: Record<string, Uint8Array>,
): { ok: true; folder: LessonFolder } | { ok: false; problems: LessonProblem[] } {
  const problems: LessonProblem[] = [];
  const media: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (TEXT_FILES.has(name)) continue;
    const problem = pictureProblem(name, bytes);
    if (problem) problems.push(problem);
    else media[name] = bytes;
  }
  const text = (name: string): string => {
    const bytes = files[name];
    const decoded = bytes === undefined ? null : decodeText(bytes);
    if (decoded?.ok) return decoded.text;
    problems.push(folderProblem(name, decoded === null ? 'missing-file' : decoded.reason));
    return '';
  };
  const folder = { metadata: text(METADATA_FILE), zh: text('zh.mdx'), en: text('en.mdx'), media };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, folder };
}

const TEXT_FILES: ReadonlySet<string> = new Set([METADATA_FILE, 'zh.mdx', 'en.mdx']);

/** UTF-8 bytes as text, exactly: encoding the text again gives the same bytes. */
export function decodeText(bytes: Uint8Array): { ok: true; text: string } | { ok: false; reason: 'not-utf-8' | 'text-too-large' } {
  if (bytes.byteLength > MAX_TEXT_BYTES) return { ok: false, reason: 'text-too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // PostgreSQL text cannot hold a NUL; UTF-16 saved by an old editor is full of them.
    return text.includes('\0') ? { ok: false, reason: 'not-utf-8' } : { ok: true, text };
  } catch {
    return { ok: false, reason: 'not-utf-8' };
  }
}

function pictureProblem(name: string, bytes: Uint8Array): LessonProblem | null {
  if (TEXTS_BESIDE.has(name)) {
    const decoded = decodeText(bytes);
    return decoded.ok ? null : folderProblem(name, decoded.reason);
  }
  const type = mediaType(name);
  if (!PICTURE_NAME.test(name) || type === null) return folderProblem(name, 'unexpected-file');
  // The check of the lesson looks into these, and says more than a name and a size can.
  if (type.startsWith('video/') || type.startsWith('text/vtt')) return null;
  if (type.startsWith('audio/')) {
    if (bytes.byteLength > MAX_SOUND_BYTES) return folderProblem(name, 'sound-too-large');
    return looksLike(type, bytes) ? null : folderProblem(name, 'picture-of-another-type');
  }
  if (bytes.byteLength > MAX_PICTURE_BYTES) return folderProblem(name, 'picture-too-large');
  return looksLike(type, bytes) ? null : folderProblem(name, 'picture-of-another-type');
}

/** Media type by the ending of a file's name, null when it is none that a lesson holds. */
export function mediaType(name: string): string | null {
  if (TEXTS_BESIDE.has(name)) return 'text/yaml; charset=utf-8';
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** The ending of a name for this media type; null for one that no lesson shows. */
export function extensionOfType(type: string): string | null {
  return Object.keys(MEDIA_TYPES).find((extension) => MEDIA_TYPES[extension] === type) ?? null;
}

function looksLike(type: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (type === 'image/png') return start.startsWith('\x89PNG\r\n');
  if (type === 'image/jpeg') return start.startsWith('\xff\xd8\xff');
  if (type === 'image/webp') return start.startsWith('RIFF') && start.endsWith('WEBP');
  if (type === 'audio/mpeg') return start.startsWith('ID3') || start.startsWith('\xff');
  if (type === 'audio/mp4') return start.slice(4, 8) === 'ftyp';
  if (type === 'audio/ogg') return start.startsWith('OggS');
  return Buffer.from(bytes).includes('<svg');
}

/** The digest a version is frozen under: metadata, both languages and every other file's name and bytes. SHA-256 hex. */
export function lessonDigest(folder: KnownFolder): string {
  return textsDigest(folder, Object.fromEntries(Object.entries(folder.media).map(([path, file]) => [path, digestOf(file)])));
}

/** The same where the media are known by their digests alone. */
export function textsDigest({ metadata, zh, en }: Omit<LessonFolder, 'media'>, digests: Record<string, string>): string {
  const media = Object.entries(digests).sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(JSON.stringify([sha256(metadata), sha256(zh), sha256(en), media]));
}

/** SHA-256 of a file, hex. */
export function digestOf(file: MediumFile): string {
  return isKnown(file) ? file.digest : sha256(file);
}

/** SHA-256 of bytes or of text in UTF-8, hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
