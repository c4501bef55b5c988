import type { Database } from '../../../db/connect.ts';
import { findSeated } from '../learning/group-queries.ts';
import type { KioskActor } from '../people/actor.ts';
import { hashClassCode, trainerOfCode } from '../people/class-code.ts';
import { hashToken } from '../people/one-time-codes.ts';
import type { Secrets } from '../people/secrets.ts';
import { clearAttempt, countAttempt } from '../people/sign-in-counters.ts';
import { givenName } from './given-name-rule.ts';

/**
 * The given name of one farmer who takes part in a class and agreed to be called by it; the kiosk keeps it in memory until the class ends. A
 * trainer's class code opens it, and both a wrong code and a number of nobody are counted against the kiosk: names are not to be tried through.
 */
export async function nameForTurn(
  db: Database,
  kiosk: KioskActor,
  asked: { code: string } & ({ number: string } | { card: string }),
  now: Date,
  secrets: Secrets,
): Promise<
  { ok: true; name: string } | { ok: false; reason: 'wrong-code' | 'no-such-learner' } | { ok: false; reason: 'wait'; seconds: number }
> {
  const { townshipId, kioskId } = kiosk;
  const counters = [
    { scope: 'kiosk' as const, key: kioskId },
    { scope: 'township' as const, key: townshipId },
  ];
  const attempt = await countAttempt(db, counters, now);
  if (!attempt.ok) return attempt;
  const trainer = await trainerOfCode(db, townshipId, hashClassCode(secrets, townshipId, asked.code));
  if (trainer === null) return { ok: false, reason: 'wrong-code' };
  const given = 'number' in asked ? { numbers: [asked.number], cardHashes: [] } : { numbers: [], cardHashes: [hashToken(asked.card)] };
  const found = await findSeated(db, townshipId, given);
  const [learnerId] = [...found.byNumber.values(), ...found.byCard.values()];
  if (learnerId === undefined) return { ok: false, reason: 'no-such-learner' };
  await clearAttempt(db, attempt, []);
  const { name } = await db
    .selectFrom('learner')
    .select('name')
    .where('township_id', '=', townshipId)
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();
  return { ok: true, name: givenName(name) };
}
