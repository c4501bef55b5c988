import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

export interface Requirement {
  id: string;
  courseId: string;
  courseTitle: Record<Language, string>;
  baseId: string | null;
  groupId: string | null;
  /** The base or the group. */
  whom: Record<Language, string>;
  since: Day;
  until: Day | null;
}

/** Every requirement that was ever set, those still open first, then the newest. */
export async function listRequirements(db: Database, actor: Actor): Promise<Requirement[]> {
  requirePermission(actor, 'roster:read');
  const rows = await db
    .selectFrom('requirement as q')
    .innerJoin('course as c', (join) => join.onRef('c.township_id', '=', 'q.township_id').onRef('c.id', '=', 'q.course_id'))
    .leftJoin('base as b', (join) => join.onRef('b.township_id', '=', 'q.township_id').onRef('b.id', '=', 'q.base_id'))
    .leftJoin('learner_group as g', (join) => join.onRef('g.township_id', '=', 'q.township_id').onRef('g.id', '=', 'q.group_id'))
    .select(['q.id', 'q.course_id', 'q.base_id', 'q.group_id', 'q.since', 'q.until', 'c.title_zh', 'c.title_en'])
    .select(['b.name_zh as base_zh', 'b.name_en as base_en', 'g.name_zh as group_zh', 'g.name_en as group_en'])
    .where('q.township_id', '=', actor.townshipId)
    .orderBy('q.until', (order) => order.desc().nullsFirst())
    .orderBy('q.since', 'desc')
    .orderBy('q.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    courseId: row.course_id,
    courseTitle: { zh: row.title_zh, en: row.title_en },
    baseId: row.base_id,
    groupId: row.group_id,
    whom: { zh: row.base_zh ?? row.group_zh ?? '', en: row.base_en ?? row.group_en ?? '' },
    since: row.since,
    until: row.until,
  }));
}
