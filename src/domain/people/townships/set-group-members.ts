import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';
import type { Actor } from '../actor.ts';
import { townshipDay } from '../calendar.ts';
import { refusedBy } from '../constraint-violations.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { isDay } from '../roster/learner-input.ts';

type Outcome =
  | { ok: true; joined: number; left: number }
  | { ok: false; reason: 'no-such-group' | 'no-such-learner' | 'day-not-possible' | 'since-in-future' };

/** From `since` on the group is exactly these farmers. Who leaves keeps the dated membership they had. */
export async function setGroupMembers(
  db: Database,
  actor: Actor,
  input: { groupId: string; learnerIds: string[]; since?: Day },
  now: Date,
): Promise<Outcome> {
  requirePermission(actor, 'group:write');
  const since = input.since ?? townshipDay(now);
  if (!isUuid(input.groupId)) return { ok: false, reason: 'no-such-group' };
  if (!input.learnerIds.every(isUuid)) return { ok: false, reason: 'no-such-learner' };
  if (!isDay(since)) return { ok: false, reason: 'day-not-possible' };
  if (since > townshipDay(now)) return { ok: false, reason: 'since-in-future' };
  const { townshipId } = actor;
  const { groupId } = input;
  const learnerIds = [...new Set(input.learnerIds.map((id) => id.toLowerCase()))];

  return refusedBy({ group_membership_township_id_learner_id_fkey: 'no-such-learner' } as const, () =>
    db.transaction().execute(async (trx): Promise<Outcome> => {
      const group = await trx
        .selectFrom('learner_group')
        .select('id')
        .where('township_id', '=', townshipId)
        .where('id', '=', groupId)
        .forUpdate()
        .executeTakeFirst();
      if (!group) return { ok: false, reason: 'no-such-group' };
      const left = await endMemberships(trx, { townshipId, groupId, except: learnerIds, since });
      const { numAffectedRows } = await sql`
        insert into group_membership (township_id, group_id, learner_id, since)
        select ${townshipId}, ${groupId}, id, ${since} from unnest(${learnerIds}::uuid[]) as id
        where not exists (
          select 1 from group_membership old
          where old.township_id = ${townshipId} and old.group_id = ${groupId} and old.learner_id = id and old.until is null
        )
        on conflict (township_id, group_id, learner_id, since) do update set until = null`.execute(trx);
      return { ok: true, joined: Number(numAffectedRows ?? 0), left };
    }),
  );
}

async function endMemberships(
  db: Database,
  leaving: { townshipId: string; groupId: string; except: string[]; since: Day },
): Promise<number> {
  const { townshipId, groupId, except, since } = leaving;
  // Who joined and left on the same day was never counted: that row goes.
  const dropped = await sql`
    delete from group_membership where township_id = ${townshipId} and group_id = ${groupId} and until is null
      and since >= ${since} and learner_id <> all(${except}::uuid[])`.execute(db);
  const ended = await sql`
    update group_membership set until = ${since} where township_id = ${townshipId} and group_id = ${groupId} and until is null
      and learner_id <> all(${except}::uuid[])`.execute(db);
  return Number(dropped.numAffectedRows ?? 0) + Number(ended.numAffectedRows ?? 0);
}
