import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';

/**
 * Joins learners to a course. A learner joins only themselves; staff join anyone, one by one or a whole group.
 * Who joined before keeps their first date. Answers how many are newly joined.
 */
export async function enrol(
  db: Database,
  actor: Actor,
  input: { learnerIds: string[]; courseId: string; by: 'learner' | 'group' | 'staff' },
  now: Date,
): Promise<{ ok: true; enrolled: number } | { ok: false; reason: 'no-such-course' | 'no-such-learner' }> {
  const isSelf = actor.kind === 'learner' && input.learnerIds.every((id) => id === actor.learnerId);
  if (!isSelf) requirePermission(actor, 'requirement:write');
  const { townshipId } = actor;
  const learnerIds = [...new Set(input.learnerIds)];
  if (learnerIds.length === 0 || !learnerIds.every(isUuid)) return { ok: false, reason: 'no-such-learner' };
  return db.transaction().execute(async (trx) => {
    const course = await trx
      .selectFrom('course')
      .select('id')
      .where('township_id', '=', townshipId)
      .where('id', '=', input.courseId)
      .executeTakeFirst();
    if (!course) return { ok: false, reason: 'no-such-course' };
    const by = actor.kind === 'learner' ? 'learner' : input.by;
    const accountId = actor.kind === 'account' ? actor.accountId : null;
    const there = await trx
      .selectFrom('learner')
      .select('id')
      .where('township_id', '=', townshipId)
      .where('id', 'in', learnerIds)
      .where('removed_at', 'is', null)
      .execute();
    if (there.length < learnerIds.length) return { ok: false, reason: 'no-such-learner' };
    const { numAffectedRows } = await sql`
      insert into enrolment (township_id, learner_id, course_id, enrolled_at, enrolled_by, account_id)
      select ${townshipId}::uuid, id, ${input.courseId}, ${now}::timestamptz, ${by}, ${accountId}::uuid
      from unnest(${learnerIds}::uuid[]) as id order by id on conflict do nothing`.execute(trx);
    return { ok: true, enrolled: Number(numAffectedRows ?? 0) };
  });
}
