import type { Database } from '../../../../db/connect.ts';
import { sessionsAt } from './lucia.ts';

/** Signs out: the session id is worthless from here on. Unknown ids are let pass. */
export async function endSession(db: Database, sessionId: string): Promise<void> {
  await sessionsAt(db, new Date()).lucia.invalidateSession(sessionId);
}
