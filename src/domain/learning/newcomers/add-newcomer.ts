import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { isUuid } from '../../people/ids.ts';
import { requirePermission } from '../../people/permissions.ts';
import { addLearner } from '../../people/roster/add-learner.ts';
import type { AddRefusal } from '../../people/roster/add-learners.ts';
import { dayOf } from '../township-day.ts';
import { giveNewcomer, type NotWaiting } from './match-newcomer.ts';
import { lockNewcomer } from './newcomers-queries.ts';

/**
 * Somebody new is on nobody's list: adds them to the roster with a number, living in the village since the day they came, and gives them
 * every record. Name, village and year are what staff say now: at the kiosk it may have been a surname alone.
 */
export async function addNewcomer(
  db: Database,
  actor: AccountActor,
  input: { sittingId: string; name: string; villageId: string; birthYear: number | null },
  now: Date,
): Promise<{ ok: true; learnerId: string; name: string; number: string } | { ok: false; reason: NotWaiting | AddRefusal }> {
  requirePermission(actor, 'roster:write');
  if (!isUuid(input.sittingId)) return { ok: false, reason: 'no-such-newcomer' };
  return db.transaction().execute(async (trx) => {
    const newcomer = await lockNewcomer(trx, actor.townshipId, input.sittingId);
    if (!newcomer) return { ok: false, reason: 'no-such-newcomer' } as const;
    if (newcomer.matchedLearnerId !== null) return { ok: false, reason: 'already-matched' } as const;
    const { name, villageId, birthYear } = input;
    const [came, today] = [dayOf(newcomer.beganAt), dayOf(now)];
    const added = await addLearner(trx, actor, { name, villageId, birthYear, since: came < today ? came : today }, now);
    if (!added.ok) return added;
    const { learnerId, number } = added;
    if (!(await giveNewcomer(trx, actor, newcomer, { learnerId, wasAdded: true }, now))) throw new Error('the farmer just added is gone');
    await writeAudit(trx, actor, { deed: 'newcomer-added', subject: input.sittingId, detail: { learnerId } }, now);
    return { ok: true, learnerId, name: name.trim(), number } as const;
  });
}
