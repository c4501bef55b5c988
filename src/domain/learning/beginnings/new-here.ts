import type { Database } from '../../../../db/connect.ts';
import type { KioskActor } from '../../people/actor.ts';
import { isUuid } from '../../people/ids.ts';
import { learnerInputProblem } from '../../people/roster/learner-input.ts';
import { mayBeUnder14 } from '../newcomers/newcomer-rules.ts';
import { dayOf } from '../township-day.ts';
import type { Beginning } from './beginning.ts';

/** Someone who is not on the list yet says name, village and birth year; staff find them on the roster or add them later. */
export async function beginNewHere(
  db: Database,
  kiosk: KioskActor,
  newHere: { name: string; villageId: string; birthYear: number },
  now: Date,
): Promise<Beginning> {
  const name = newHere.name.trim();
  const { villageId, birthYear } = newHere;
  const thisYear = Number(dayOf(now).slice(0, 4));
  // No name is a possible name: staff ask. A kiosk may have nothing to write Chinese with.
  const isPossible = learnerInputProblem({ name: name || '?', birthYear }, thisYear) === null;
  const village =
    isPossible && isUuid(villageId)
      ? await db
          .selectFrom('village')
          .select('id')
          .where('township_id', '=', kiosk.townshipId)
          .where('id', '=', villageId)
          .executeTakeFirst()
      : undefined;
  if (!village) return { kind: 'rejected', reason: 'no-such-learner' };
  // The kiosk does not let them begin; whatever comes all the same is not kept.
  if (mayBeUnder14(birthYear, thisYear)) return { kind: 'rejected', reason: 'guardian-needed' };
  return { kind: 'new-here', name, villageId: village.id, birthYear };
}
