import { z } from 'zod';
import type { CheckedLesson, LessonProblem } from './checked-lesson.ts';
import { readYaml } from './lesson-metadata.ts';
import type { MediaLibrary } from './media.ts';
import { FILE_START, lessonProblem } from './problems.ts';

export const MONGOLIAN_FILE = 'mn.yaml';

const part = z.string().trim().max(200).nullish();
const mongolianYaml = z.strictObject({
  /** Who has read it as a native reader; only what was proofread is shown. */
  proofread_by: part,
  /** The cover first, then every step. */
  screens: z.array(z.strictObject({ label: part, sound: part }).nullish()),
});
// Letters with their variation selectors, and the joiners between them, which are formatting characters (Cf).
const SCRIPT = /^[\p{Script_Extensions=Mongolian}\p{Mn}\p{Cf}\s\d.,!?·-]{1,60}$/u;

/**
 * Reads mn.yaml. What is written wrongly goes to `problems`. What is only unfinished (a screen without label or recording, nobody who proofread it) is no
 * problem, but then nothing of it is returned: half-translated text never shows.
 */
export function readMongolian(
  source: string,
  media: MediaLibrary,
  steps: number | null,
  problems: LessonProblem[],
): CheckedLesson['mongolian'] {
  const before = problems.length;
  const document = readYaml(MONGOLIAN_FILE, source, problems);
  if (!document) return undefined;
  const parsed = mongolianYaml.safeParse(document.value);
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      problems.push(lessonProblem(MONGOLIAN_FILE, document.placeOf(path), 'field-wrong', path.join('.') || 'proofread_by, screens'));
    }
    return undefined;
  }
  const { proofread_by: proofreader, screens } = parsed.data;
  screens.forEach((screen, index) => {
    const place = document.placeOf(['screens', index]);
    if (screen?.label && !SCRIPT.test(screen.label)) problems.push(lessonProblem(MONGOLIAN_FILE, place, 'not-mongolian', screen.label));
    if (screen?.sound && media.get(screen.sound)?.kind !== 'sound') {
      problems.push(lessonProblem(MONGOLIAN_FILE, place, 'sound-missing', screen.sound));
    }
  });
  if (steps !== null && screens.length > steps + 1) {
    problems.push(lessonProblem(MONGOLIAN_FILE, FILE_START, 'no-such-step', String(screens.length - 1), String(steps)));
  }
  const whole = screens.flatMap((screen) => {
    const digest = media.get(screen?.sound ?? '')?.digest;
    return screen?.label && digest ? [{ label: screen.label, sound: digest }] : [];
  });
  const isWhole = steps !== null && whole.length === steps + 1 && problems.length === before;
  return isWhole && proofreader ? { proofreader, screens: whole } : undefined;
}
