import { createHash } from 'node:crypto';
import type { LessonProblem } from './checked-lesson.ts';
import { FILE_START, lessonProblem } from './problems.ts';
import { checkSvg } from './svg-check.ts';

export interface PictureSize {
  width: number;
  height: number;
}

interface Picture {
  digest: string;
  size: PictureSize | null;
}

/** The pictures of a lesson folder by their path in it. */
export type MediaLibrary = ReadonlyMap<string, Picture>;

const LARGEST = 2_000_000;

/** Looks at every picture in a folder: name, kind by content, and for SVG everything inside it. */
export function readMedia(files: Record<string, Uint8Array>): { library: MediaLibrary; problems: LessonProblem[] } {
  const library = new Map<string, Picture>();
  const problems: LessonProblem[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    const found = pictureProblems(path, bytes);
    problems.push(...found);
    // A picture with a problem is still there: saying "missing" as well would mislead.
    const digest = createHash('sha256').update(bytes).digest('hex');
    library.set(path, { digest, size: found.length === 0 ? pictureSize(path, bytes) : null });
  }
  return { library, problems };
}

function pictureProblems(path: string, bytes: Uint8Array): LessonProblem[] {
  if (!/^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)*$/u.test(path))
    return [lessonProblem(path, FILE_START, 'picture-name', path)];
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
