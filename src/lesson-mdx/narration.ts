import type { CheckedLesson, LessonProblem } from './checked-lesson.ts';
import type { ReadMetadata } from './lesson-metadata.ts';
import type { MediaLibrary } from './media.ts';
import { lessonProblem } from './problems.ts';

/** The trainer's recordings by language and screen, as digests; a file or a step that is not there goes to `problems`. `steps` is null when the page has problems. */
export function readNarration(
  file: string,
  read: ReadMetadata,
  media: MediaLibrary,
  steps: number | null,
  problems: LessonProblem[],
): CheckedLesson['narration'] {
  const narration: NonNullable<CheckedLesson['narration']> = {};
  for (const language of ['zh', 'en'] as const) {
    for (const [screen, path] of Object.entries(read.narration[language] ?? {})) {
      const place = read.placeOf(['narration', language, screen]);
      const sound = media.get(path);
      if (sound?.kind !== 'sound') problems.push(lessonProblem(file, place, 'sound-missing', path));
      else if (steps !== null && Number(screen) > steps) problems.push(lessonProblem(file, place, 'no-such-step', screen, String(steps)));
      else narration[language] = { ...narration[language], [Number(screen)]: sound.digest };
    }
  }
  return Object.keys(narration).length > 0 ? narration : undefined;
}
