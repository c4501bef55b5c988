import { ActionError, actions } from 'astro:actions';
import type { Presence, SaveInput } from '../../domain/lessons/drafts/draft.ts';
import type { DraftReview } from '../../domain/lessons/drafts/read-review.ts';
import type { LessonWeight } from '../../domain/lessons/drafts/weight-rules.ts';
import type { LibraryMedium } from '../../domain/lessons/media/media-library.ts';
import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import type { SaveTry } from './keep/saver.ts';

const TOO_LONG_MS = 30_000;

/** One save of the words of `account`, whoever is signed in now; whatever goes wrong on the way is an answer too. */
export async function saveDraft(input: SaveInput & { account: string }): Promise<SaveTry> {
  try {
    const answer = await Promise.race([actions.studio.saveDraft(input), tooLong()]);
    if (!answer) return { ok: false, reason: 'no-network' };
    return answer.error ? { ok: false, reason: reasonOf(answer.error) } : answer.data;
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Says that this editor is open and hears who else is; null when nobody can be asked. */
export async function whoIsHere(lesson: string, client: string, language: Language, isLeaving = false): Promise<Presence[] | null> {
  try {
    const { data } = await actions.studio.presence({ lesson, client, language, isLeaving });
    return data?.ok ? data.present : null;
  } catch {
    return null;
  }
}

/** What the saved draft weighs on the network, in the language that weighs more; null when it cannot be asked now or cannot be shown yet. */
export async function weigh(lesson: string): Promise<LessonWeight | null> {
  try {
    const { data } = await actions.studio.weigh({ lesson });
    const [heavier = null] = [data?.zh, data?.en].filter((each) => each != null).toSorted((one, other) => other.total - one.total);
    return heavier;
  } catch {
    return null;
  }
}

/** What the base has to write lessons with; null when it cannot be asked now. */
export async function libraryOf(base: string): Promise<LibraryMedium[] | null> {
  try {
    return (await actions.studio.library({ base })).data ?? null;
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): 'no-network' | 'session-ended' | 'not-allowed' | 'server-failed' {
  if (!(error instanceof ActionError)) return 'no-network';
  if (error.code === 'UNAUTHORIZED') return 'session-ended';
  return error.code === 'FORBIDDEN' ? 'not-allowed' : 'server-failed';
}

function tooLong(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), TOO_LONG_MS));
}

type Published =
  | { ok: true; version: number }
  | { ok: false; reason: 'lesson-has-problems'; problems: LessonProblem[] }
  | { ok: false; reason: 'published-meanwhile'; version: number }
  | { ok: false; reason: string };

/** Shows the saved revision on the kiosks, or says why not. */
export async function publish(input: { lesson: string; revision: number; note: string; over?: number }): Promise<Published> {
  return answered(() => actions.studio.publish(input));
}

export async function askForReview(input: {
  lesson: string;
  revision: number;
  note: string;
}): Promise<{ ok: true } | { ok: false; reason: string }> {
  return answered(() => actions.studio.askForReview(input));
}

/** How many farmers are in the middle of the lesson; null when nobody can be asked. */
export async function inTheMiddle(lesson: string): Promise<number | null> {
  const answer = await answered(() => actions.studio.inTheMiddle({ lesson }));
  return 'learners' in answer ? answer.learners : null;
}

/** What another trainer said about the draft; null when nobody was asked, or nobody can be asked now. */
export async function reviewOf(lesson: string): Promise<DraftReview | null> {
  try {
    return (await actions.studio.review({ lesson })).data ?? null;
  } catch {
    return null;
  }
}

async function answered<Data>(
  ask: () => Promise<{ data?: Data; error?: unknown }>,
): Promise<NonNullable<Data> | { ok: false; reason: string }> {
  try {
    const { data, error } = await ask();
    return data === undefined || data === null ? { ok: false, reason: reasonOf(error) } : data;
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
