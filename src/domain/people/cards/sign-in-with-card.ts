import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../actor.ts';
import { townshipDay } from '../calendar.ts';
import { learnerCounters } from '../learner-counters.ts';
import { makePass } from '../passes.ts';
import { isRightPin } from '../pin-hashes.ts';
import type { Secrets } from '../secrets.ts';
import { clearAttempt, countAttempt } from '../sign-in-counters.ts';
import type { LearnerSignIn } from '../sign-in-learner.ts';
import { cardHolder } from './cards-queries.ts';

/** `first-pin-needed`: a good card, but its holder has chosen no PIN yet. */
type CardRefused = { ok: false; reason: 'card-not-good' | 'pin-needed' | 'first-pin-needed' | 'wrong-pin' };

/**
 * Signs a farmer in at a paired kiosk by what their card says. The card stands for village and number; the PIN is asked for all the same,
 * and counted like any other, unless the township decided that a card is enough. An unknown card, a void one and one of a farmer who left
 * the roster give the same answer. Cards are not counted: 80 random bits are not guessed, and an old card must not close a kiosk.
 */
export async function signInWithCard(
  db: Database,
  kiosk: KioskActor,
  input: { token: string; pin?: string | undefined },
  now: Date,
  secrets: Secrets,
): Promise<LearnerSignIn | CardRefused> {
  const { townshipId, kioskId } = kiosk;
  const holder = await cardHolder(db, { townshipId, token: input.token, today: townshipDay(now) }, now);
  if (!holder) return { ok: false, reason: 'card-not-good' };
  const { learnerId, name, pinHash } = holder;
  if (holder.cardNeedsPin) {
    if (pinHash === null) return { ok: false, reason: 'first-pin-needed' };
    if (input.pin === undefined) return { ok: false, reason: 'pin-needed' };
    const attempt = await countAttempt(db, learnerCounters(kiosk, holder.number, { kind: 'pin', secret: input.pin }, secrets), now);
    if (!attempt.ok) return attempt;
    if (!(await isRightPin(secrets, { townshipId, learnerId }, input.pin, pinHash))) return { ok: false, reason: 'wrong-pin' };
    await clearAttempt(db, attempt, ['learner']);
  }
  return { ok: true, learnerId, name, pass: makePass(secrets, { townshipId, learnerId, kioskId }, now) };
}
