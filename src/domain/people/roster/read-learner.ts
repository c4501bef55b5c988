import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';
import type { Actor } from '../actor.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';

interface LearnerPage {
  id: string;
  number: string;
  name: string;
  sex: 'female' | 'male' | null;
  birthYear: number | null;
  literacy: 'none' | 'some' | 'reads' | null;
  language: string;
  trade: string | null;
  isAway: boolean;
  consentOn: Day | null;
  removedAt: Date | null;
  /** The entry of the same person that this one went to. */
  mergedInto: string | null;
  hasPin: boolean;
  /** When the unused one-time code lapses. */
  codeUntil: Date | null;
  /** Newest first; `until` null is where they live now. */
  residences: { villageId: string; villageZh: string; villageEn: string; since: Day; until: Day | null }[];
  groups: { groupId: string; nameZh: string; nameEn: string; since: Day; until: Day | null }[];
}

/** Everything the roster holds of one farmer, also one who was removed; null when the id is unknown in this township. */
export async function readLearner(db: Database, actor: Actor, learnerId: string): Promise<LearnerPage | null> {
  requirePermission(actor, 'roster:read');
  if (!isUuid(learnerId)) return null;
  const row = await db
    .selectFrom('learner')
    .leftJoin('learner_pin as pin', (join) =>
      join.onRef('pin.township_id', '=', 'learner.township_id').onRef('pin.learner_id', '=', 'learner.id'),
    )
    .leftJoin('one_time_code as code', (join) =>
      join.onRef('code.township_id', '=', 'learner.township_id').onRef('code.learner_id', '=', 'learner.id'),
    )
    .select(['learner.id', 'number', 'name', 'sex', 'birth_year as birthYear', 'literacy', 'language', 'trade', 'is_away as isAway'])
    .select([
      'consent_on as consentOn',
      'removed_at as removedAt',
      'merged_into as mergedInto',
      'pin.set_at as pinSetAt',
      'code.expires_at as codeUntil',
    ])
    .select((select) => [
      jsonArrayFrom(
        select
          .selectFrom('residence')
          .innerJoin('village', (join) =>
            join.onRef('village.township_id', '=', 'residence.township_id').onRef('village.id', '=', 'residence.village_id'),
          )
          .select(['village.id as villageId', 'village.name_zh as villageZh', 'village.name_en as villageEn'])
          .select(['residence.since', 'residence.until'])
          .whereRef('residence.township_id', '=', 'learner.township_id')
          .whereRef('residence.learner_id', '=', 'learner.id')
          .orderBy('residence.since', 'desc'),
      ).as('residences'),
      jsonArrayFrom(
        select
          .selectFrom('group_membership as member')
          .innerJoin('learner_group', (join) =>
            join.onRef('learner_group.township_id', '=', 'member.township_id').onRef('learner_group.id', '=', 'member.group_id'),
          )
          .select(['learner_group.id as groupId', 'learner_group.name_zh as nameZh', 'learner_group.name_en as nameEn'])
          .select(['member.since', 'member.until'])
          .whereRef('member.township_id', '=', 'learner.township_id')
          .whereRef('member.learner_id', '=', 'learner.id')
          .orderBy('member.since', 'desc'),
      ).as('groups'),
    ])
    .where('learner.township_id', '=', actor.townshipId)
    .where('learner.id', '=', learnerId)
    .executeTakeFirst();
  if (!row) return null;
  const { pinSetAt, ...page } = row;
  return { ...page, hasPin: pinSetAt !== null };
}
