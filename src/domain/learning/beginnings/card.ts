import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../../people/actor.ts';
import { cardOwner } from '../../people/cards/cards-queries.ts';
import { signInWithCard } from '../../people/cards/sign-in-with-card.ts';
import type { Secrets } from '../../people/secrets.ts';
import type { Beginning } from './beginning.ts';

/**
 * Who began a sitting with a card while the network was down, judged when it arrives, by the same rules and on the same counters as at a
 * kiosk with a network. A card that was voided meanwhile is in doubt even for a sitting before that: a kiosk's clock proves nothing.
 * Counts in a transaction of its own: `db` is the pool, never a transaction, and each sitting is judged once.
 */
export async function beginWithCard(
  db: Database,
  kiosk: KioskActor,
  card: { token: string; pin?: string | undefined },
  now: Date,
  secrets: Secrets,
): Promise<Beginning> {
  const outcome = await signInWithCard(db, kiosk, card, now, secrets);
  if (outcome.ok) return { kind: 'learner', learnerId: outcome.learnerId };
  return { kind: 'quarantined', reason: outcome.reason, presumedLearnerId: await cardOwner(db, kiosk.townshipId, card.token) };
}
