import { assembleLesson, type LessonFiles, readText } from './check-lesson.ts';
import type { CheckedLesson, Language, LessonProblem } from './checked-lesson.ts';
import { FACTS_FILE } from './facts.ts';
import { readMetadata } from './lesson-metadata.ts';
import { readMedia } from './media.ts';
import { MONGOLIAN_FILE } from './mongolian.ts';
import { readNarration } from './narration.ts';
import { readPage } from './read-page.ts';

/** One language of a lesson as far as it can be shown: null only while the text cannot be read at all. */
export interface LessonPreview {
  lesson: CheckedLesson | null;
  problems: LessonProblem[];
}

/** Renders one language for its author, problems or not, as the kiosk would; the other language may still be missing. */
export function previewLesson(files: LessonFiles, language: Language): LessonPreview {
  const { [MONGOLIAN_FILE]: _mongolian, [FACTS_FILE]: _facts, ...media } = files.media;
  const { library, problems } = readMedia(media);
  const yaml = readText('lesson.yaml', files.metadata, problems);
  const read = yaml === null ? null : readMetadata('lesson.yaml', yaml, problems);
  const objectives = read && new Set(read.metadata.objectives.map((objective) => objective.id));
  const file = `${language}.mdx`;
  const source = readText(file, files[language], problems);
  const page =
    source === null ? null : readPage(source, language, { file, media: library, objectives, problems, warnings: [], isPreview: true });
  if (!page) return { lesson: null, problems };
  const narration = read ? readNarration('lesson.yaml', read, library, page.steps.length, problems) : undefined;
  const metadata = read?.metadata ?? { minutes: 1, cover: null, topics: {}, objectives: [], sources: [] };
  const lesson = assembleLesson(metadata, page, page, library);
  return { lesson: { ...lesson, ...(narration && { narration }) }, problems };
}
