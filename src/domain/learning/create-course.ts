import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Schema } from '../../../db/schema.ts';
import type { CourseInput, CourseRefusal } from '../lessons/courses/course-input.ts';
import { insertCourse } from '../lessons/courses/insert-course.ts';
import type { Actor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { dayOf } from './township-day.ts';

interface Input extends CourseInput {
  /** Of whom the course is required from today on: of the base's village, of groups of the base or of the whole township, of nobody. */
  isRequired: boolean;
  groups: string[];
}

type Outcome = { ok: true; course: string } | { ok: false; reason: CourseRefusal | 'no-such-base' | 'no-such-group' };

/**
 * Makes a course and says of whom it is required, both or neither. A trainer may require a new course of their own base and its groups;
 * later changes are the office's.
 */
export async function createCourse(db: Database, actor: Actor, input: Input, now: Date): Promise<Outcome> {
  requirePermission(actor, 'course:write', { base: input.base });
  const groups = [...new Set(input.groups)];
  if (!(await areGroupsHere(db, actor, input.base, groups))) return { ok: false, reason: 'no-such-group' };
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const made = await insertCourse(trx, actor, input, now);
    if (!made.ok || !input.isRequired) return made;
    const whom = groups.length === 0 ? [{ base_id: input.base, group_id: null }] : groups.map((group_id) => ({ base_id: null, group_id }));
    for (const each of whom) await requireOf(trx, actor, { course_id: made.course, ...each, since: dayOf(now) }, now);
    return made;
  });
}

async function areGroupsHere(db: Database, actor: Actor, base: string, groups: string[]): Promise<boolean> {
  if (groups.length === 0) return true;
  if (!groups.every(isUuid)) return false;
  const rows = await db
    .selectFrom('learner_group')
    .select('id')
    .where('township_id', '=', actor.townshipId)
    .where('id', 'in', groups)
    .where((where) => where.or([where('base_id', '=', base), where('base_id', 'is', null)]))
    .execute();
  return rows.length === groups.length;
}

async function requireOf(
  trx: Transaction<Schema>,
  actor: Actor,
  whom: { course_id: string; base_id: string | null; group_id: string | null; since: string },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const set_by = actor.kind === 'account' ? actor.accountId : null;
  await trx
    .insertInto('requirement')
    .values({ township_id: actor.townshipId, id, ...whom, until: null, set_by })
    .execute();
  await writeAudit(trx, actor, { deed: 'requirement-set', subject: id, detail: whom }, now);
}
