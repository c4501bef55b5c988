import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { townshipDay } from '../calendar.ts';
import { refusedBy } from '../constraint-violations.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { isDay } from './learner-input.ts';
import { lockLearner } from './roster-queries.ts';

export type Move =
  | { ok: true }
  | {
      ok: false;
      reason:
        | 'no-such-learner'
        | 'village-unknown'
        | 'already-lives-there'
        | 'day-not-possible'
        | 'since-in-future'
        | 'since-before-last-move';
    };

/**
 * The farmer lives in another village since that day. The earlier residence ends there and is kept: coverage of an earlier day counts
 * them where they lived then. The same day as the last move corrects that move.
 */
export async function moveLearner(
  db: Database,
  actor: Actor,
  input: { learnerId: string; villageId: string; since: string },
  now: Date,
): Promise<Move> {
  requirePermission(actor, 'roster:write');
  const { townshipId } = actor;
  const { learnerId, villageId, since } = input;
  if (!isUuid(learnerId)) return { ok: false, reason: 'no-such-learner' };
  if (!isUuid(villageId)) return { ok: false, reason: 'village-unknown' };
  if (!isDay(since)) return { ok: false, reason: 'day-not-possible' };
  // The open residence is where the farmer signs in; it cannot begin tomorrow.
  if (since > townshipDay(now)) return { ok: false, reason: 'since-in-future' };

  return refusedBy({ residence_township_id_village_id_fkey: 'village-unknown' } as const, () =>
    db.transaction().execute(async (trx): Promise<Move> => {
      if (!(await lockLearner(trx, townshipId, learnerId))) return { ok: false, reason: 'no-such-learner' };
      const open = await trx
        .selectFrom('residence')
        .select(['village_id', 'since'])
        .where('township_id', '=', townshipId)
        .where('learner_id', '=', learnerId)
        .where('until', 'is', null)
        .executeTakeFirst();
      if (open?.village_id === villageId) return { ok: false, reason: 'already-lives-there' };
      if (open && since < open.since) return { ok: false, reason: 'since-before-last-move' };
      if (open) await endOrDrop(trx, { townshipId, learnerId, begun: open.since, since });
      await trx.insertInto('residence').values({ township_id: townshipId, learner_id: learnerId, village_id: villageId, since }).execute();
      return { ok: true };
    }),
  );
}

async function endOrDrop(db: Database, open: { townshipId: string; learnerId: string; begun: string; since: string }): Promise<void> {
  const { townshipId, learnerId, begun, since } = open;
  if (begun === since) {
    await db
      .deleteFrom('residence')
      .where('township_id', '=', townshipId)
      .where('learner_id', '=', learnerId)
      .where('until', 'is', null)
      .execute();
    return;
  }
  await db
    .updateTable('residence')
    .set({ until: since })
    .where('township_id', '=', townshipId)
    .where('learner_id', '=', learnerId)
    .where('until', 'is', null)
    .execute();
}
