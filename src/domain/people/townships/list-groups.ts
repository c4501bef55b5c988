import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';

interface ListedGroup {
  id: string;
  nameZh: string;
  nameEn: string;
  kind: string;
  baseId: string | null;
  members: number;
}

/** The township's groups with how many farmers on the roster belong to each on that day. */
export async function listGroups(db: Database, townshipId: string, onDay: Day): Promise<ListedGroup[]> {
  return db
    .selectFrom('learner_group')
    .select(['id', 'name_zh as nameZh', 'name_en as nameEn', 'kind', 'base_id as baseId'])
    .select(
      sql<number>`(
        select count(distinct member.learner_id) from group_membership member
        join learner on learner.township_id = member.township_id and learner.id = member.learner_id and learner.removed_at is null
        where member.township_id = learner_group.township_id and member.group_id = learner_group.id
          and member.since <= ${onDay} and (member.until is null or member.until > ${onDay})
      )`.as('members'),
    )
    .where('township_id', '=', townshipId)
    .orderBy('name_zh')
    .execute();
}
