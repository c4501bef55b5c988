import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../../people/actor.ts';
import { townshipDay } from '../../people/calendar.ts';
import type { Secrets } from '../../people/secrets.ts';
import { signInLearner } from '../../people/sign-in-learner.ts';
import type { Beginning, Doubt } from './beginning.ts';

/**
 * Who began a sitting with village, number and PIN while the network was down. Checked when it arrives, by the same rule and on the same
 * counters as at a kiosk with a network; the kiosk never learns the result. A farmer who moved or left meanwhile is presumed, not believed.
 */
export async function beginWithClaim(
  db: Database,
  kiosk: KioskActor,
  claim: { villageId: string; number: string; pin: string },
  now: Date,
  secrets: Secrets,
): Promise<Beginning> {
  const outcome = await signInLearner(db, kiosk, claim, now, secrets);
  if (outcome.ok) return { kind: 'learner', learnerId: outcome.learnerId };
  const holder = await numberHolder(db, kiosk.townshipId, claim.number, townshipDay(now));
  const reason = outcome.reason === 'wait' ? 'wait' : whyWrong(holder, claim.villageId);
  return { kind: 'quarantined', reason, presumedLearnerId: holder?.learnerId ?? null };
}

interface NumberHolder {
  learnerId: string;
  isRemoved: boolean;
  hasPin: boolean;
  villageId: string | null;
}

function whyWrong(holder: NumberHolder | null, villageId: string): Doubt {
  if (!holder) return 'unknown-number';
  if (holder.isRemoved) return 'farmer-removed';
  if (holder.villageId !== villageId.toLowerCase()) return 'wrong-village';
  return holder.hasPin ? 'wrong-pin' : 'first-pin-needed';
}

/** Whose number it is, still on the roster or not; null when nobody ever had it. */
async function numberHolder(db: Database, townshipId: string, number: string, today: string): Promise<NumberHolder | null> {
  const row = await db
    .selectFrom('learner')
    .leftJoin('residence', (join) =>
      join
        .onRef('residence.township_id', '=', 'learner.township_id')
        .onRef('residence.learner_id', '=', 'learner.id')
        .on('residence.since', '<=', today)
        .on((is) => is.or([is('residence.until', 'is', null), is('residence.until', '>', today)])),
    )
    .leftJoin('learner_pin', (join) =>
      join.onRef('learner_pin.township_id', '=', 'learner.township_id').onRef('learner_pin.learner_id', '=', 'learner.id'),
    )
    .select(['learner.id', 'learner.merged_into', 'learner.removed_at', 'residence.village_id', 'learner_pin.pin_hash'])
    .where('learner.township_id', '=', townshipId)
    .where('learner.number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  return {
    learnerId: row.merged_into ?? row.id,
    isRemoved: row.removed_at !== null,
    hasPin: row.pin_hash !== null,
    villageId: row.village_id,
  };
}
