import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../../people/actor.ts';
import type { Secrets } from '../../people/secrets.ts';
import type { BeganRecord, Beginning } from './beginning.ts';
import { beginWithCard } from './card.ts';
import { beginWithClaim } from './claim.ts';
import { beginGroup } from './group.ts';
import { beginNewHere } from './new-here.ts';
import { beginWithPass } from './pass.ts';

/**
 * Who began a sitting. A `began` record says it in exactly one way; each way is a file of its own here. Secrets are counted in transactions of
 * their own, so `db` is the pool, never a transaction, and the caller asks once for each sitting.
 */
export async function whoBegan(db: Database, kiosk: KioskActor, began: BeganRecord, now: Date, secrets: Secrets): Promise<Beginning> {
  if (began.who !== undefined) return beginWithPass(kiosk, began.who, secrets);
  if (began.card !== undefined) return beginWithCard(db, kiosk, began.card, now, secrets);
  if (began.claim !== undefined) return beginWithClaim(db, kiosk, began.claim, now, secrets);
  if (began.newHere !== undefined) return beginNewHere(db, kiosk, began.newHere, now);
  if (began.group !== undefined) return beginGroup(db, kiosk.townshipId, began.group, secrets);
  return { kind: 'rejected', reason: 'no-such-learner' };
}
