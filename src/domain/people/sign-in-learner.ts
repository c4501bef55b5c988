import type { Database } from '../../../db/connect.ts';
import type { KioskActor } from './actor.ts';
import { townshipDay } from './calendar.ts';
import { isUuid } from './ids.ts';
import { learnerCounters } from './learner-counters.ts';
import { makePass } from './passes.ts';
import { isRightPin } from './pin-hashes.ts';
import type { Secrets } from './secrets.ts';
import { clearAttempt, countAttempt } from './sign-in-counters.ts';
import { learnerSecrets } from './sign-in-queries.ts';

export type LearnerSignIn = { ok: true; learnerId: string; name: string; pass: string } | { ok: false; reason: 'wait'; seconds: number };

/**
 * Signs a farmer in at a paired kiosk by village, number and PIN. Unknown number, wrong village, no PIN yet and wrong PIN give the same
 * answer after the same work; `wait` says for how many seconds nobody needs to try.
 */
export async function signInLearner(
  db: Database,
  kiosk: KioskActor,
  input: { villageId: string; number: string; pin: string },
  now: Date,
  secrets: Secrets,
): Promise<LearnerSignIn | { ok: false; reason: 'wrong-number-or-pin' }> {
  const attempt = await countAttempt(db, learnerCounters(kiosk, input.number, { kind: 'pin', secret: input.pin }, secrets), now);
  if (!attempt.ok) return attempt;

  const { townshipId, kioskId } = kiosk;
  const where = { townshipId, villageId: input.villageId, number: input.number, today: townshipDay(now) };
  const learner = isUuid(input.villageId) ? await learnerSecrets(db, where, now) : null;
  const owner = { townshipId, learnerId: learner?.learnerId ?? '' };
  const isRight = await isRightPin(secrets, owner, input.pin, learner?.pinHash ?? null);
  if (!learner || !isRight) return { ok: false, reason: 'wrong-number-or-pin' };

  await clearAttempt(db, attempt, ['learner']);
  const { learnerId, name } = learner;
  return { ok: true, learnerId, name, pass: makePass(secrets, { townshipId, learnerId, kioskId }, now) };
}
