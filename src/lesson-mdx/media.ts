import { createHash } from 'node:crypto';
import { captionsProblem } from './captions.ts';
import type { LessonProblem } from './checked-lesson.ts';
import { isKnown, type MediumFacts, type MediumFile } from './medium-facts.ts';
import { mp4Tracks } from './mp4-tracks.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';
import { FILE_START, lessonProblem } from './problems.ts';
import { checkSvg } from './svg-check.ts';
import { codecProblem, videoProblem } from './video-file.ts';
import { webmTracks } from './webm-tracks.ts';

export type MediumKind = 'picture' | 'sound' | 'video' | 'captions';

interface Medium {
  kind: MediumKind;
  digest: string;
  /** Of a picture whose size could be read. */
  size: PictureSize | null;
}

/** The pictures, sounds, videos and captions of a lesson folder by their path in it. */
export type MediaLibrary = ReadonlyMap<string, Medium>;

/** The most a file of each kind may have, in bytes. Sound: eight minutes of speech at 64 kbit/s. Video: five minutes at 800 kbit/s. */
export const LARGEST: Record<MediumKind, number> = { picture: 2_000_000, sound: 4_000_000, video: 30_000_000, captions: 200_000 };

/** Looks at every file of a folder that is no text of the lesson: name, size, and what it is by its bytes or by what is known of them. */
export function readMedia(files: Record<string, MediumFile>): { library: MediaLibrary; problems: LessonProblem[] } {
  const library = new Map<string, Medium>();
  const problems: LessonProblem[] = [];
  for (const [path, file] of Object.entries(files)) {
    const found = isKnown(file) ? knownProblems(path, file) : mediumProblems(path, file);
    const facts = isKnown(file) ? file : mediumFacts(path, file, found);
    problems.push(...found);
    // A file with a problem is still there: saying "missing" as well would mislead.
    library.set(path, { kind: mediumKind(path), digest: facts.digest, size: facts.picture });
  }
  return { library, problems };
}

/** What there is to know of a file whose name ends in what it should be. */
export function mediumFacts(path: string, bytes: Uint8Array, problems = mediumProblems(path, bytes)): MediumFacts {
  const extension = extensionOf(path);
  const isGood = problems.length === 0 && Object.hasOwn(KINDS, extension);
  const codecs = extension === 'webm' ? webmTracks(bytes).codecs : ['mp4', 'm4a'].includes(extension) ? mp4Tracks(bytes).codecs : [];
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    format: isGood ? extension : null,
    picture: isGood ? pictureSize(extension, bytes) : null,
    codecs,
  };
}

/** What a file's name says it is. */
export function mediumKind(path: string): MediumKind {
  return KINDS[extensionOf(path)] ?? 'picture';
}

const KINDS: Record<string, MediumKind> = {
  ...{ svg: 'picture', png: 'picture', jpg: 'picture', webp: 'picture' },
  ...{ mp3: 'sound', m4a: 'sound', ogg: 'sound', mp4: 'video', webm: 'video', vtt: 'captions' },
};
const NAME = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)*$/u;

/** What is wrong with one file of a lesson. */
export function mediumProblems(path: string, bytes: Uint8Array): LessonProblem[] {
  const refused = nameOrSizeProblem(path, bytes.length);
  if (refused) return [refused];
  switch (mediumKind(path)) {
    case 'sound':
      return soundKind(bytes) === extensionOf(path) ? [] : [lessonProblem(path, FILE_START, 'not-a-sound', path)];
    case 'video': {
      const problem = videoProblem(extensionOf(path), bytes);
      return problem ? [lessonProblem(path, FILE_START, problem.code, path, problem.codec)] : [];
    }
    case 'captions': {
      const problem = captionsProblem(decodeUtf8(bytes));
      return problem ? [lessonProblem(path, { line: problem.line, column: 1 }, problem.code, path)] : [];
    }
    case 'picture':
      return pictureProblems(path, bytes);
  }
}

function nameOrSizeProblem(path: string, size: number): LessonProblem | null {
  if (!NAME.test(path)) return lessonProblem(path, FILE_START, 'picture-name', path);
  const largest = LARGEST[mediumKind(path)];
  return size > largest ? lessonProblem(path, FILE_START, 'file-too-large', kilobytes(size), kilobytes(largest)) : null;
}

/** What is wrong with a file under this name, by what is known of it: what its bytes hold was judged when it came. */
function knownProblems(path: string, { size, format, codecs }: MediumFacts): LessonProblem[] {
  const refused = nameOrSizeProblem(path, size);
  if (refused) return [refused];
  const kind = mediumKind(path);
  if (format !== extensionOf(path)) return [lessonProblem(path, FILE_START, NOT_THAT[kind], path)];
  const problem = kind === 'video' ? codecProblem(format, codecs) : null;
  return problem ? [lessonProblem(path, FILE_START, problem.code, path, problem.codec)] : [];
}

const NOT_THAT = { picture: 'not-a-picture', sound: 'not-a-sound', video: 'not-a-video', captions: 'not-captions' } as const;

// ID3 tag or frame sync of MPEG layer 3; an MP4 file with sound and no picture; an Ogg page.
export function soundKind(bytes: Uint8Array): 'mp3' | 'm4a' | 'ogg' | null {
  const latin = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (latin.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'mp3';
  if (latin.startsWith('OggS')) return 'ogg';
  const tracks = mp4Tracks(bytes);
  return tracks.isWhole && tracks.codecs.length > 0 && tracks.codecs.every((codec) => codec === 'mp4a' || codec === 'Opus') ? 'm4a' : null;
}

function pictureProblems(path: string, bytes: Uint8Array): LessonProblem[] {
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

/** What a picture is by its first bytes; an SVG has none of its own. */
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
