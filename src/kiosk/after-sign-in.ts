import { askMe } from './me.ts';

/** Whether the page was asked to begin with a first lesson. */
export function hasFirstLesson(): boolean {
  return asked('first') !== null;
}

/**
 * Goes on after somebody began: "start learning" to where they stopped, or to the first lesson; a sign-in from a lesson or course returns there.
 * In place of this page: the back button leads to where the farmer came from, not to the keys.
 */
export async function goOn(isLearning: boolean): Promise<void> {
  const language = document.documentElement.lang.slice(0, 2);
  let to = asked('back');
  const first = asked('first');
  if (isLearning && first) {
    const place = (await askMe())?.learner?.place;
    to = place ? `/${language}/lessons/${place.lessonId}/#step-${place.step + 1}` : first;
  }
  window.location.replace(to ?? `/?language=${language}`);
}

/** An address of ours that the page was asked to go to afterwards. */
function asked(name: 'back' | 'first'): string | null {
  const path = new URLSearchParams(window.location.search).get(name) ?? '';
  return /^\/(zh|en)\/[\w/-]*(#[\w-]*)?$/.test(path) ? path : null;
}
