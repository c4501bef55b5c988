import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../actor.ts';
import { SessionAdapter } from './session-adapter.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof sessionsAt>['lucia'];
    DatabaseSessionAttributes: { absoluteUntil: Date };
    DatabaseUserAttributes: { actor: AccountActor };
  }
}

/** Lucia at the moment `now`: a session lives seven days after its last renewal, thirty in all. */
export function sessionsAt(db: Database, now: Date) {
  const adapter = new SessionAdapter(db, now);
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(7, 'd'),
    getSessionAttributes: ({ absoluteUntil }) => ({ absoluteUntil }),
    getUserAttributes: ({ actor }) => ({ actor }),
  });
  return { lucia, adapter };
}
