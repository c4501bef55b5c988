import type { KioskActor } from '../../people/actor.ts';
import { readPass } from '../../people/passes.ts';
import type { Secrets } from '../../people/secrets.ts';
import type { Beginning } from './beginning.ts';

/** The farmer signed in with a network: the pass we gave then says who. Whether they still exist is looked at behind their lock. */
export function beginWithPass(kiosk: KioskActor, who: string, secrets: Secrets): Beginning {
  const pass = readPass(secrets, who);
  if (!pass || pass.townshipId !== kiosk.townshipId) return { kind: 'rejected', reason: 'no-such-learner' };
  if (pass.kioskId !== kiosk.kioskId) return { kind: 'rejected', reason: 'wrong-kiosk' };
  return { kind: 'learner', learnerId: pass.learnerId };
}
