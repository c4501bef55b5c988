import { ActionError, actions } from 'astro:actions';
import type { Presence, SaveInput } from '../../domain/lessons/drafts/draft.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { SaveTry } from './keep/saver.ts';

const TOO_LONG_MS = 30_000;

/** One save; whatever goes wrong on the way is an answer too. */
export async function saveDraft(input: SaveInput): Promise<SaveTry> {
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

function reasonOf(error: unknown): 'no-network' | 'session-ended' | 'not-allowed' | 'server-failed' {
  if (!(error instanceof ActionError)) return 'no-network';
  if (error.code === 'UNAUTHORIZED') return 'session-ended';
  return error.code === 'FORBIDDEN' ? 'not-allowed' : 'server-failed';
}

function tooLong(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), TOO_LONG_MS));
}
