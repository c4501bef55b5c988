import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';

/** Who began a lesson and has not completed it; `lately` touched it in the last 14 days. People on the roster only. */
export interface InTheMiddle {
  learners: number;
  lately: number;
}

/** How many are in the middle of a lesson: whoever has it open at a kiosk finishes the version they opened. */
export async function learnersInTheMiddle(db: Database, actor: Actor, lessonId: string, now: Date): Promise<InTheMiddle> {
  requirePermission(actor, 'roster:read');
  const since = new Date(now.getTime() - 14 * 24 * 3600_000);
  const { rows } = await sql<InTheMiddle>`
    select count(*)::int as learners, (count(*) filter (where s.touched_at >= ${since}))::int as lately
    from lesson_state s join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    where s.township_id = ${actor.townshipId} and s.lesson_id = ${lessonId} and s.completed_at is null`.execute(db);
  return rows[0] ?? { learners: 0, lately: 0 };
}
