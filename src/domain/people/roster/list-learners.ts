import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';
import type { Actor } from '../actor.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { isMemberOn, residentOn } from './roster-queries.ts';

const LEARNERS_PER_PAGE = 50;

export interface ListedLearner {
  id: string;
  number: string;
  name: string;
  sex: 'female' | 'male' | null;
  birthYear: number | null;
  trade: string | null;
  isAway: boolean;
  villageId: string;
  villageZh: string;
  villageEn: string;
  hasPin: boolean;
}

interface LearnerFilter {
  villageId?: string;
  /** Part of a name, or the beginning of a number. */
  search?: string;
  groupId?: string;
  /** From 1. */
  page?: number;
}

/** One page of the roster as of `today`, by village and name, with how many there are in all. */
export async function listLearners(
  db: Database,
  actor: Actor,
  filter: LearnerFilter,
  today: Day,
): Promise<{ learners: ListedLearner[]; total: number; page: number; pages: number }> {
  requirePermission(actor, 'roster:read');
  const matching = matchingLearners(db, actor.townshipId, filter, today);
  const { total } = await matching.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(total / LEARNERS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(filter.page ?? 1) || 1));
  const learners = await matching
    .innerJoin('village', (join) =>
      join.onRef('village.township_id', '=', 'residence.township_id').onRef('village.id', '=', 'residence.village_id'),
    )
    .select(['learner.id', 'learner.number', 'learner.name', 'learner.sex', 'learner.birth_year as birthYear', 'learner.trade'])
    .select(['learner.is_away as isAway', 'village.id as villageId', 'village.name_zh as villageZh', 'village.name_en as villageEn'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('learner_pin')
            .select('learner_pin.learner_id')
            .whereRef('learner_pin.township_id', '=', 'learner.township_id')
            .whereRef('learner_pin.learner_id', '=', 'learner.id'),
        )
        .as('hasPin'),
    )
    .orderBy('village.position')
    .orderBy('village.name_zh')
    .orderBy('learner.name')
    .orderBy('learner.number')
    .limit(LEARNERS_PER_PAGE)
    .offset((page - 1) * LEARNERS_PER_PAGE)
    .execute();
  return { learners: learners.map((row) => ({ ...row, hasPin: Boolean(row.hasPin) })), total, page, pages };
}

function matchingLearners(db: Database, townshipId: string, filter: LearnerFilter, today: Day) {
  let query = residentOn(db, townshipId, today);
  const { villageId, groupId } = filter;
  const search = filter.search?.trim().slice(0, 60);
  if (villageId) query = isUuid(villageId) ? query.where('residence.village_id', '=', villageId) : query.where('learner.id', 'is', null);
  if (search) {
    const text = search.replace(/[\\%_]/g, '\\$&');
    query = query.where((is) => is.or([is('learner.name', 'ilike', `%${text}%`), is('learner.number', 'like', `${text}%`)]));
  }
  if (groupId) {
    query = query.where('learner.id', 'in', (select) =>
      select
        .selectFrom('group_membership')
        .select('group_membership.learner_id')
        .where('group_membership.township_id', '=', townshipId)
        // A group id that is no uuid must match nothing rather than break the query.
        .where('group_membership.group_id', '=', isUuid(groupId) ? groupId : townshipId)
        .where(isMemberOn(today)),
    );
  }
  return query;
}
