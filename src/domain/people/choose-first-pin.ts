import type { Database } from '../../../db/connect.ts';
import type { KioskActor } from './actor.ts';
import { townshipDay } from './calendar.ts';
import { cardHolder } from './cards/cards-queries.ts';
import { isUuid } from './ids.ts';
import { learnerCounters } from './learner-counters.ts';
import { makePass } from './passes.ts';
import { hashPin, isRightCode } from './pin-hashes.ts';
import { isCommonPin, isOwnPin, isPin } from './pin-rules.ts';
import type { Secrets } from './secrets.ts';
import { clearAttempt, countAttempt } from './sign-in-counters.ts';
import type { LearnerSignIn } from './sign-in-learner.ts';
import { type LearnerSecrets, learnerSecrets } from './sign-in-queries.ts';

/** Who a farmer says they are: by village and number, or by what their card says. */
type Said = { villageId: string; number: string } | { card: string };

/**
 * A farmer chooses a PIN with the one-time code staff printed, and is signed in by it. The code is used up only when the PIN is taken.
 * Guesses of the code are counted exactly as guesses of a PIN.
 */
export async function chooseFirstPin(
  db: Database,
  kiosk: KioskActor,
  input: Said & { code: string; pin: string },
  now: Date,
  secrets: Secrets,
): Promise<LearnerSignIn | { ok: false; reason: 'pin-too-easy' | 'wrong-number-or-code' }> {
  const today = townshipDay(now);
  // Says nothing about the learner, so it needs no counting.
  if (!isPin(input.pin) || isCommonPin(input.pin, Number(today.slice(0, 4)))) return { ok: false, reason: 'pin-too-easy' };

  const { townshipId, kioskId } = kiosk;
  const learner = await findLearner(db, townshipId, input, now);
  const number = 'card' in input ? (learner?.number ?? '') : input.number;
  const attempt = await countAttempt(db, learnerCounters(kiosk, number, { kind: 'code', secret: input.code }, secrets), now);
  if (!attempt.ok) return attempt;

  const owner = { townshipId, learnerId: learner?.learnerId ?? '' };
  const isRight = isRightCode(secrets, owner, input.code, learner?.codeHash ?? null);
  if (!learner || !isRight) return { ok: false, reason: 'wrong-number-or-code' };
  await clearAttempt(db, attempt, ['learner']);
  if (isOwnPin(input.pin, learner)) return { ok: false, reason: 'pin-too-easy' };

  const { learnerId, name, codeHash } = learner;
  const isTaken = await replacePin(db, { ...owner, codeHash: codeHash ?? '', pinHash: await hashPin(secrets, owner, input.pin) }, now);
  if (!isTaken) return { ok: false, reason: 'wrong-number-or-code' };
  return { ok: true, learnerId, name, pass: makePass(secrets, { townshipId, learnerId, kioskId }, now) };
}

function findLearner(db: Database, townshipId: string, said: Said, now: Date): Promise<LearnerSecrets | null> {
  const today = townshipDay(now);
  if ('card' in said) return cardHolder(db, { townshipId, token: said.card, today }, now);
  return isUuid(said.villageId) ? learnerSecrets(db, { townshipId, ...said, today }, now) : Promise.resolve(null);
}

/** Uses the code up and stores the PIN; false when another kiosk used the same code a moment before. */
async function replacePin(
  db: Database,
  pin: { townshipId: string; learnerId: string; codeHash: string; pinHash: string },
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const used = await trx
      .deleteFrom('one_time_code')
      .where('township_id', '=', pin.townshipId)
      .where('learner_id', '=', pin.learnerId)
      .where('code_hash', '=', pin.codeHash)
      .returning('learner_id')
      .executeTakeFirst();
    if (!used) return false;
    await trx
      .insertInto('learner_pin')
      .values({ township_id: pin.townshipId, learner_id: pin.learnerId, pin_hash: pin.pinHash, set_at: now })
      .onConflict((conflict) => conflict.columns(['township_id', 'learner_id']).doUpdateSet({ pin_hash: pin.pinHash, set_at: now }))
      .execute();
    return true;
  });
}
