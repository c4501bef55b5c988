import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';

/** Farmers on the roster joined with where they live on `day`. */
export function residentOn(db: Database, townshipId: string, day: Day) {
  return db
    .selectFrom('learner')
    .innerJoin('residence', (join) =>
      join
        .onRef('residence.township_id', '=', 'learner.township_id')
        .onRef('residence.learner_id', '=', 'learner.id')
        .on('residence.since', '<=', day)
        .on((is) => is.or([is('residence.until', 'is', null), is('residence.until', '>', day)])),
    )
    .where('learner.township_id', '=', townshipId)
    .where('learner.removed_at', 'is', null);
}

/** Locks a farmer still on the roster until the transaction ends, so that two moves or edits go one after the other. */
export async function lockLearner(db: Database, townshipId: string, learnerId: string): Promise<{ number: string } | null> {
  const row = await db
    .selectFrom('learner')
    .select('number')
    .where('township_id', '=', townshipId)
    .where('id', '=', learnerId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A phrase for `where`: the membership row in scope holds on `day`. */
export function isMemberOn(day: Day) {
  return sql<SqlBool>`group_membership.since <= ${day} and (group_membership.until is null or group_membership.until > ${day})`;
}
