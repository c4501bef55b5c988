import type { APIContext } from 'astro';
import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../../domain/people/actor.ts';
import { PermissionDenied } from '../../../domain/people/permissions.ts';
import { reply } from '../_request.ts';

const STATUS: Record<string, number> = { 'upload-unknown': 404, 'upload-offset': 409, 'upload-not-whole': 409 };

/** Answers with what a verb says to whoever is signed in; 401 `session-ended` when nobody is: the browser keeps its place and goes on after the next sign-in. */
export async function answerTrainer<Outcome extends { ok: true } | { ok: false; reason: string }>(
  { locals }: APIContext,
  verb: (db: Database, trainer: AccountActor, now: Date) => Promise<Outcome>,
): Promise<Response> {
  if (!locals.account) return reply(401, { ok: false, reason: 'session-ended' });
  try {
    const outcome = await verb(locals.db, locals.account, locals.now);
    return reply(outcome.ok ? 200 : (STATUS[outcome.reason] ?? 422), outcome);
  } catch (error) {
    if (error instanceof PermissionDenied) return reply(403, { ok: false, reason: 'not-your-base' });
    throw error;
  }
}
