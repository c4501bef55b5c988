import type { CheckedLesson, Language, LessonProblem } from './checked-lesson.ts';
import { compareLanguages } from './compare-languages.ts';
import { FACTS_FILE, readFacts } from './facts.ts';
import { findHints } from './hints.ts';
import { type ReadMetadata, readMetadata } from './lesson-metadata.ts';
import { decodeUtf8, kilobytes, type MediaLibrary, readMedia } from './media.ts';
import { isKnown, type MediumFile } from './medium-facts.ts';
import { MONGOLIAN_FILE, readMongolian } from './mongolian.ts';
import { readNarration } from './narration.ts';
import { FILE_START, lessonProblem, placeAt } from './problems.ts';
import { type LessonPage, readPage } from './read-page.ts';

/** The files of one lesson folder. Bytes are checked to be UTF-8; names are used in messages. */
export interface LessonFiles {
  metadata: string | Uint8Array;
  zh: string | Uint8Array;
  en: string | Uint8Array;
  /** Path inside the folder → bytes, or what is known of them. Texts beside the lesson (mn.yaml, facts.yaml) are read, so they come as bytes. */
  media: Record<string, MediumFile>;
  names?: Record<'metadata' | Language, string>;
}

export type LessonCheck = ({ ok: true; lesson: CheckedLesson } | { ok: false; problems: LessonProblem[] }) & { warnings: LessonProblem[] };

const LARGEST = 200_000;
const NAMES = { metadata: 'lesson.yaml', zh: 'zh.mdx', en: 'en.mdx' };

/** Checks and renders a lesson. Use `checkLessonInWorker` for anything uploaded: a hostile file can keep a parser busy for long. */
export async function checkLesson(files: LessonFiles): Promise<LessonCheck> {
  const names = files.names ?? NAMES;
  const { [MONGOLIAN_FILE]: mongolianBytes, [FACTS_FILE]: factsBytes, ...media } = files.media;
  const { library, problems } = readMedia(media);
  const warnings: LessonProblem[] = [];
  const text = (part: 'metadata' | Language) => readText(names[part], files[part], problems);
  const yaml = text('metadata');
  const read = yaml === null ? null : readMetadata(names.metadata, yaml, problems);
  const objectives = read && new Set(read.metadata.objectives.map((objective) => objective.id));
  const page = (language: Language) => {
    const source = text(language);
    if (source === null) return null;
    const file = names[language];
    const checked = readPage(source, language, { file, media: library, objectives, problems, warnings });
    problems.push(...findHints(source).map((index) => lessonProblem(file, placeAt(source, index), 'still-a-hint')));
    return checked;
  };
  const [zh, en] = [page('zh'), page('en')];
  if (zh && en) compareLanguages({ file: names.zh, page: zh }, { file: names.en, page: en }, problems);
  const steps = zh && zh.steps.length > 0 ? zh.steps.length : null;
  const narration = read ? readNarration(names.metadata, read, library, steps, problems) : undefined;
  const mongolianText = mongolianBytes ? readBeside(MONGOLIAN_FILE, mongolianBytes, problems) : null;
  const mongolian = mongolianText === null ? undefined : readMongolian(mongolianText, library, steps, problems);
  const facts = factsBytes ? readBeside(FACTS_FILE, factsBytes, problems) : null;
  if (read && facts !== null) readFacts(facts, read.metadata.sources, problems);
  if (read) checkMetadata(names.metadata, read, library, zh ?? en, problems);
  if (problems.length > 0 || !read || !zh || !en) return { ok: false, problems: problems.slice(0, 200), warnings };
  return {
    ok: true,
    warnings,
    lesson: { ...assembleLesson(read.metadata, zh, en, library), ...(narration && { narration }), ...(mongolian && { mongolian }) },
  };
}

/** A medium that somebody gave the name of a text is none. */
function readBeside(file: string, content: MediumFile, problems: LessonProblem[]): string | null {
  if (!isKnown(content)) return readText(file, content, problems);
  problems.push(lessonProblem(file, FILE_START, 'not-utf8'));
  return null;
}

/** The text of one file, null with a problem when it is too large or no UTF-8. */
export function readText(file: string, content: string | Uint8Array, problems: LessonProblem[]): string | null {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  if (size > LARGEST) {
    problems.push(lessonProblem(file, FILE_START, 'file-too-large', kilobytes(size), kilobytes(LARGEST)));
    return null;
  }
  const text = typeof content === 'string' ? content : decodeUtf8(content);
  // U+FFFD is what a careless reader leaves where bytes were not UTF-8; NUL never belongs in text.
  if (text === null || /[\uFFFD\0]/.test(text)) {
    problems.push(lessonProblem(file, FILE_START, 'not-utf8'));
    return null;
  }
  return text;
}

function checkMetadata(file: string, read: ReadMetadata, media: MediaLibrary, page: LessonPage | null, problems: LessonProblem[]): void {
  const { cover, objectives } = read.metadata;
  if (cover !== null && media.get(cover)?.kind !== 'picture')
    problems.push(lessonProblem(file, read.placeOf(['cover']), 'picture-missing', cover));
  if (!page) return;
  objectives.forEach(({ id }, index) => {
    const isTested = page.questions.some((question) => question.key.objective === id);
    if (!isTested) problems.push(lessonProblem(file, read.placeOf(['objectives', index]), 'objective-without-question', id));
  });
}

/** The lesson's parts put together. */
export function assembleLesson(metadata: ReadMetadata['metadata'], zh: LessonPage, en: LessonPage, library: MediaLibrary): CheckedLesson {
  return {
    ...metadata,
    title: { zh: zh.title, en: en.title },
    summary: { zh: zh.summary, en: en.summary },
    media: Object.fromEntries([...library].map(([path, { digest }]) => [path, digest])),
    steps: { zh: zh.steps, en: en.steps },
    questions: zh.questions.map(({ key }) => key),
  };
}
