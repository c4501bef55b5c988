import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';
import type { Actor } from '../actor.ts';
import { requirePermission } from '../permissions.ts';

export interface RegisteredVillage {
  id: string;
  nameZh: string;
  nameEn: string;
  isInvented: boolean;
  aliases: string[];
  since: Day;
  until: Day | null;
  /** People of the roster who live there on the day asked for. */
  residents: number;
}

/** Every village the township has or ever had, in its order. */
export async function villageRegister(db: Database, actor: Actor, onDay: Day): Promise<RegisteredVillage[]> {
  requirePermission(actor, 'village:write');
  return db
    .selectFrom('village')
    .select(['id', 'name_zh as nameZh', 'name_en as nameEn', 'is_invented as isInvented', 'since', 'until'])
    .select([
      sql<string[]>`array(
        select alias from village_alias a where a.township_id = village.township_id and a.village_id = village.id order by alias
      )`.as('aliases'),
      sql<number>`(
        select count(*) from residence r join learner l on l.township_id = r.township_id and l.id = r.learner_id and l.removed_at is null
        where r.township_id = village.township_id and r.village_id = village.id
          and r.since <= ${onDay}::date and (r.until is null or ${onDay}::date < r.until)
      )`.as('residents'),
    ])
    .where('township_id', '=', actor.townshipId)
    .orderBy('position')
    .orderBy('name_zh')
    .execute();
}
