import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { isUuid } from '../ids.ts';
import { numberCounter } from '../learner-counters.ts';
import { requirePermission } from '../permissions.ts';
import type { Secrets } from '../secrets.ts';
import { forgetCounter } from '../sign-in-counters.ts';
import { type IssuedCode, issueOneTimeCodes } from './issue-one-time-codes.ts';
import { lockLearner } from './roster-queries.ts';

/** For a farmer who forgot: the old PIN is gone at once, the pause on the number is lifted, and a one-time code is given out. */
export async function resetPin(
  db: Database,
  actor: Actor,
  learnerId: string,
  now: Date,
  secrets: Secrets,
): Promise<({ ok: true } & IssuedCode) | { ok: false; reason: 'no-such-learner' }> {
  requirePermission(actor, 'pin:reset');
  if (!isUuid(learnerId)) return { ok: false, reason: 'no-such-learner' };
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    const learner = await lockLearner(trx, townshipId, learnerId);
    if (!learner) return { ok: false as const, reason: 'no-such-learner' as const };
    const [issued] = await issueOneTimeCodes(trx, actor, [learnerId], now, secrets);
    if (!issued) return { ok: false as const, reason: 'no-such-learner' as const };
    await trx.deleteFrom('learner_pin').where('township_id', '=', townshipId).where('learner_id', '=', learnerId).execute();
    await forgetCounter(trx, numberCounter(townshipId, learner.number));
    await writeAudit(trx, actor, { deed: 'pin-reset', subject: learnerId }, now);
    return { ok: true as const, ...issued };
  });
}
