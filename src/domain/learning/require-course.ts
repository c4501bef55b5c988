import { randomUUID } from 'node:crypto';
import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import type { Actor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { dayOf } from './township-day.ts';

type Refusal = 'no-such-course' | 'no-such-base' | 'no-such-group' | 'base-or-group' | 'since-in-the-past' | 'already-required';

/**
 * Requires a course, from `since` on, of the residents of the village where a base stands, or of a group's members.
 * Never from a day that has passed: that would re-date what people already earned.
 */
export async function requireCourse(
  db: Database,
  actor: Actor,
  input: { courseId: string; baseId?: string | undefined; groupId?: string | undefined; since: Day },
  now: Date,
): Promise<{ ok: true; requirementId: string } | { ok: false; reason: Refusal }> {
  requirePermission(actor, 'requirement:write');
  const { townshipId } = actor;
  const { courseId, baseId, groupId, since } = input;
  if ((baseId === undefined) === (groupId === undefined)) return { ok: false, reason: 'base-or-group' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || since < dayOf(now)) return { ok: false, reason: 'since-in-the-past' };
  if (groupId !== undefined && !isUuid(groupId)) return { ok: false, reason: 'no-such-group' };
  const course = await db
    .selectFrom('course')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('id', '=', courseId)
    .executeTakeFirst();
  if (!course) return { ok: false, reason: 'no-such-course' };
  if (baseId !== undefined) {
    const base = await db.selectFrom('base').select('id').where('township_id', '=', townshipId).where('id', '=', baseId).executeTakeFirst();
    if (!base) return { ok: false, reason: 'no-such-base' };
  } else {
    const group = await db
      .selectFrom('learner_group')
      .select('id')
      .where('township_id', '=', townshipId)
      .where('id', '=', groupId ?? '')
      .executeTakeFirst();
    if (!group) return { ok: false, reason: 'no-such-group' };
  }
  const held = await db
    .selectFrom('requirement')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('course_id', '=', courseId)
    .where(baseId === undefined ? 'group_id' : 'base_id', '=', baseId ?? groupId ?? '')
    .where((where) => where.or([where('until', 'is', null), where('until', '>', since)]))
    .executeTakeFirst();
  if (held) return { ok: false, reason: 'already-required' };
  const requirementId = randomUUID();
  const set_by = actor.kind === 'account' ? actor.accountId : null;
  const whom = { course_id: courseId, base_id: baseId ?? null, group_id: groupId ?? null, since };
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('requirement')
      .values({ township_id: townshipId, id: requirementId, ...whom, until: null, set_by })
      .execute();
    await writeAudit(trx, actor, { deed: 'requirement-set', subject: requirementId, detail: whom }, now);
    return { ok: true, requirementId };
  });
}
