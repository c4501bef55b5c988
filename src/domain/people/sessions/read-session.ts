import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../actor.ts';
import { sessionsAt } from './lucia.ts';

/**
 * Who a session id belongs to, with roles, in one query; null when it is unknown, over, or the account was disabled.
 * `renewedUntil` is the cookie's new end when the session was just renewed.
 */
export async function readSession(
  db: Database,
  sessionId: string,
  now: Date,
): Promise<{ actor: AccountActor; renewedUntil: Date | null } | null> {
  const { lucia, adapter } = sessionsAt(db, now);
  const { session, user } = await lucia.validateSession(sessionId);
  if (!session) return null;
  if (!session.fresh) return { actor: user.actor, renewedUntil: null };
  const renewedUntil = Math.min(adapter.fromMachine(session.expiresAt).getTime(), session.absoluteUntil.getTime());
  return { actor: user.actor, renewedUntil: new Date(renewedUntil) };
}
