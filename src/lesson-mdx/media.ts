import { createHash } from 'node:crypto';
import type { LessonProblem } from './checked-lesson.ts';
import { FILE_START, lessonProblem } from './problems.ts';
import { checkSvg } from './svg-check.ts';

export interface PictureSize {
  width: number;
  height: number;
}

interface Medium {
  kind: 'picture' | 'sound';
  digest: string;
  /** Of a picture whose size could be read. */
  size: PictureSize | null;
}

/** The pictures and sounds of a lesson folder by their path in it. */
export type MediaLibrary = ReadonlyMap<string, Medium>;

const LARGEST = 2_000_000;
/** Eight minutes of speech at 64 kbit/s. */
const LARGEST_SOUND = 4_000_000;

/** Looks at every picture and sound in a folder: name, kind by content, and for SVG everything inside it. */
export function readMedia(files: Record<string, Uint8Array>): { library: MediaLibrary; problems: LessonProblem[] } {
  const library = new Map<string, Medium>();
  const problems: LessonProblem[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    const kind = SOUNDS.has(extensionOf(path)) ? 'sound' : 'picture';
    const found = kind === 'sound' ? soundProblems(path, bytes) : pictureProblems(path, bytes);
    problems.push(...found);
    // A file with a problem is still there: saying "missing" as well would mislead.
    const digest = createHash('sha256').update(bytes).digest('hex');
    library.set(path, { kind, digest, size: kind === 'picture' && found.length === 0 ? pictureSize(path, bytes) : null });
  }
  return { library, problems };
}

const SOUNDS: ReadonlySet<string> = new Set(['mp3', 'm4a', 'ogg']);
const NAME = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)*$/u;

function soundProblems(path: string, bytes: Uint8Array): LessonProblem[] {
  if (!NAME.test(path)) return [lessonProblem(path, FILE_START, 'picture-name', path)];
  if (bytes.length > LARGEST_SOUND) {
    return [lessonProblem(path, FILE_START, 'file-too-large', kilobytes(bytes.length), kilobytes(LARGEST_SOUND))];
  }
  return soundKind(bytes) === extensionOf(path) ? [] : [lessonProblem(path, FILE_START, 'not-a-sound', path)];
}

// ID3 tag or frame sync of MPEG layer 3; an MP4 file's `ftyp` box; an Ogg page.
function soundKind(bytes: Uint8Array): 'mp3' | 'm4a' | 'ogg' | null {
  const latin = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (latin.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'mp3';
  if (latin.startsWith('OggS')) return 'ogg';
  return latin.slice(4, 8) === 'ftyp' ? 'm4a' : null;
}

function pictureProblems(path: string, bytes: Uint8Array): LessonProblem[] {
  if (!NAME.test(path)) return [lessonProblem(path, FILE_START, 'picture-name', path)];
  if (bytes.length > LARGEST) {
    return [lessonProblem(path, FILE_START, 'file-too-large', kilobytes(bytes.length), kilobytes(LARGEST))];
  }
  const extension = extensionOf(path);
  if (extension === 'svg') {
    const text = decodeUtf8(bytes);
    return text === null ? [lessonProblem(path, FILE_START, 'not-utf8')] : checkSvg(path, text);
  }
  return contentKind(bytes) === extension ? [] : [lessonProblem(path, FILE_START, 'not-a-picture', path)];
}

function extensionOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return extension === 'jpeg' ? 'jpg' : extension;
}

function contentKind(bytes: Uint8Array): 'png' | 'jpg' | 'webp' | null {
  const latin = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (latin.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (latin.startsWith('\u00ff\u00d8\u00ff')) return 'jpg';
  return latin.startsWith('RIFF') && latin.endsWith('WEBP') ? 'webp' : null;
}

/** Strict UTF-8, or null. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1000));
}

function pictureSize(path: string, bytes: Uint8Array): PictureSize | null {
  const buffer = Buffer.from(bytes);
  switch (extensionOf(path)) {
    case 'svg':
      return svgSize(buffer.toString('utf8'));
    case 'png':
      return buffer.length < 24 ? null : { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
    case 'jpg':
      return jpegSize(buffer);
    case 'webp':
      return webpSize(buffer);
    default:
      return null;
  }
}

function svgSize(svg: string): PictureSize | null {
  const viewBox = /<svg\b[^>]*?\bviewBox\s*=\s*["']\s*([^"']+)["']/.exec(svg)?.[1];
  const [, , width, height] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width && height && width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

// Segments follow each other, each with its length; the frame header (SOF) holds the size.
function jpegSize(buffer: Buffer): PictureSize | null {
  let at = 2;
  while (at + 9 < buffer.length && buffer[at] === 0xff) {
    const marker = buffer[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5) };
    at += 2 + buffer.readUInt16BE(at + 2);
  }
  return null;
}

// A WebP is simple (VP8), lossless (VP8L) or extended (VP8X); each keeps its size elsewhere (RFC 9649).
function webpSize(buffer: Buffer): PictureSize | null {
  if (buffer.length < 30) return null;
  switch (buffer.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: buffer.readUInt16LE(26) & 0x3fff, height: buffer.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = buffer.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: buffer.readUIntLE(24, 3) + 1, height: buffer.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}
