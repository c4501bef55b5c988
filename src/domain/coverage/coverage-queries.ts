import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../db/schema.ts';
import { isUuid } from '../people/ids.ts';

/**
 * Residents on the cut-off day, of the eligible age, still on the roster that day: `learner_id, village_id, is_away`.
 * An unknown birth year counts as eligible: the roster is of farmers, and leaving people out would flatter the figures.
 */
export function eligibleOn(
  townshipId: string,
  filter: { asOf: Day; groupId?: string | undefined; villageId?: string | undefined },
): RawBuilder<{ learner_id: string; village_id: string; is_away: boolean }> {
  const { asOf } = filter;
  return sql`
    select r.learner_id, r.village_id, l.is_away
    from residence r join learner l on l.township_id = r.township_id and l.id = r.learner_id
    where r.township_id = ${townshipId} and r.since <= ${asOf}::date and (r.until is null or ${asOf}::date < r.until)
      and (l.removed_at is null or l.removed_at >= ((${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai'))
      and (l.birth_year is null
        or l.birth_year <= (select extract(year from ${asOf}::date)::int - eligible_age from township where id = ${townshipId}))
      ${inVillage(filter.villageId)} ${inGroup(filter.groupId, asOf)}`;
}

function inVillage(villageId: string | undefined) {
  if (villageId === undefined) return sql``;
  return isUuid(villageId) ? sql`and r.village_id = ${villageId}` : sql`and false`;
}

function inGroup(groupId: string | undefined, asOf: Day) {
  if (groupId === undefined) return sql``;
  if (!isUuid(groupId)) return sql`and false`;
  return sql`and exists (select from group_membership m where m.township_id = r.township_id and m.group_id = ${groupId}
    and m.learner_id = r.learner_id and m.since <= ${asOf}::date and (m.until is null or ${asOf}::date < m.until))`;
}
