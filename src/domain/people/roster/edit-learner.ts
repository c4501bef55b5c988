import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { townshipDay } from '../calendar.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { type LearnerInput, type LearnerInputProblem, learnerInputProblem } from './learner-input.ts';
import { lockLearner } from './roster-queries.ts';

/** Changes what the roster says of a farmer; what is left out stays. Where they live changes by `moveLearner`. */
export async function editLearner(
  db: Database,
  actor: Actor,
  input: { learnerId: string } & Partial<Omit<LearnerInput, 'villageId' | 'groupIds' | 'since'>>,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: LearnerInputProblem | 'no-such-learner' }> {
  requirePermission(actor, 'roster:write');
  const reason = learnerInputProblem(input, Number(townshipDay(now).slice(0, 4)));
  if (reason !== null) return { ok: false, reason };
  const { learnerId } = input;
  if (!isUuid(learnerId)) return { ok: false, reason: 'no-such-learner' };
  const changes = {
    ...(input.name !== undefined && { name: input.name.trim() }),
    ...(input.sex !== undefined && { sex: input.sex }),
    ...(input.birthYear !== undefined && { birth_year: input.birthYear }),
    ...(input.literacy !== undefined && { literacy: input.literacy }),
    ...(input.language !== undefined && { language: input.language }),
    ...(input.trade !== undefined && { trade: input.trade?.trim() || null }),
    ...(input.isAway !== undefined && { is_away: input.isAway }),
    ...(input.consentOn !== undefined && { consent_on: input.consentOn }),
  };
  return db.transaction().execute(async (trx) => {
    if (!(await lockLearner(trx, actor.townshipId, learnerId))) return { ok: false as const, reason: 'no-such-learner' as const };
    if (Object.keys(changes).length > 0) {
      await trx.updateTable('learner').set(changes).where('township_id', '=', actor.townshipId).where('id', '=', learnerId).execute();
    }
    return { ok: true as const };
  });
}
