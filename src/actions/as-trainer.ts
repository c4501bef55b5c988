import { ActionError } from 'astro:actions';
import type { APIContext } from 'astro';
import type { Database } from '../../db/connect.ts';
import type { AccountActor } from '../domain/people/actor.ts';
import { PermissionDenied } from '../domain/people/permissions.ts';

/**
 * Runs a verb for whoever is signed in. A session that is over answers 401 `session-ended`, a trainer of another base 403 `not-allowed`;
 * the editor keeps its text and tries again after the next sign-in.
 */
export async function asTrainer<T>(
  { locals }: Pick<APIContext, 'locals'>,
  verb: (db: Database, trainer: AccountActor, now: Date) => Promise<T>,
): Promise<T> {
  if (!locals.account) throw new ActionError({ code: 'UNAUTHORIZED', message: 'session-ended' });
  try {
    return await verb(locals.db, locals.account, locals.now);
  } catch (error) {
    if (error instanceof PermissionDenied) throw new ActionError({ code: 'FORBIDDEN', message: 'not-allowed' });
    throw error;
  }
}
