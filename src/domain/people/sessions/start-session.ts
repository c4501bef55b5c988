import type { Database } from '../../../../db/connect.ts';
import { sessionsAt } from './lucia.ts';

/** Begins a session for an account that just proved its password. `sessionId` goes into the cookie and is kept nowhere else. */
export async function startSession(db: Database, accountId: string, now: Date): Promise<{ sessionId: string; expiresAt: Date }> {
  const { lucia, adapter } = sessionsAt(db, now);
  await lucia.deleteExpiredSessions();
  const absoluteUntil = adapter.absoluteUntil();
  const session = await lucia.createSession(accountId, { absoluteUntil });
  return { sessionId: session.id, expiresAt: adapter.fromMachine(session.expiresAt) };
}
