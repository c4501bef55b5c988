import type { KioskActor } from './actor.ts';
import { triedSecretKey } from './pin-hashes.ts';
import type { Secrets } from './secrets.ts';
import type { Counter } from './sign-in-counters.ts';

/** What a learner's attempt is counted under: the number they say they are, the kiosk, the township, and the secret they tried. */
export function learnerCounters(
  kiosk: KioskActor,
  number: string,
  tried: { kind: 'pin' | 'code'; secret: string },
  secrets: Secrets,
): Counter[] {
  return [
    numberCounter(kiosk.townshipId, number),
    { scope: 'kiosk', key: kiosk.kioskId },
    { scope: 'township', key: kiosk.townshipId },
    { scope: 'pin', key: triedSecretKey(secrets, kiosk.townshipId, tried.kind, tried.secret) },
  ];
}

/** Counts by number, whether or not the number exists, so that a pause tells nothing either. */
export function numberCounter(townshipId: string, number: string): Counter {
  return { scope: 'learner', key: `${townshipId}:${/^[0-9]{6}$/.test(number) ? number : 'no number'}` };
}
