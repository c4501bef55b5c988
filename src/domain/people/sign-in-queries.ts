import type { Database } from '../../../db/connect.ts';

/** Who it would be, and what the given secret is held against. */
export interface LearnerSecrets {
  learnerId: string;
  name: string;
  number: string;
  birthYear: number | null;
  pinHash: string | null;
  codeHash: string | null;
}

/** The learner with that number who lives in that village on `today`, with what signs them in; null when there is none. */
export async function learnerSecrets(
  db: Database,
  where: { townshipId: string; villageId: string; number: string; today: string },
  now: Date,
): Promise<LearnerSecrets | null> {
  const row = await db
    .selectFrom('learner')
    .innerJoin('residence', (join) =>
      join.onRef('residence.township_id', '=', 'learner.township_id').onRef('residence.learner_id', '=', 'learner.id'),
    )
    .leftJoin('learner_pin', (join) =>
      join.onRef('learner_pin.township_id', '=', 'learner.township_id').onRef('learner_pin.learner_id', '=', 'learner.id'),
    )
    .leftJoin('one_time_code', (join) =>
      join
        .onRef('one_time_code.township_id', '=', 'learner.township_id')
        .onRef('one_time_code.learner_id', '=', 'learner.id')
        .on('one_time_code.expires_at', '>', now),
    )
    .select(['learner.id', 'learner.name', 'learner.number', 'learner.birth_year', 'learner_pin.pin_hash', 'one_time_code.code_hash'])
    .where('learner.township_id', '=', where.townshipId)
    .where('learner.number', '=', where.number)
    .where('learner.removed_at', 'is', null)
    .where('residence.village_id', '=', where.villageId)
    .where('residence.since', '<=', where.today)
    .where((is) => is.or([is('residence.until', 'is', null), is('residence.until', '>', where.today)]))
    .executeTakeFirst();
  if (!row) return null;
  return {
    learnerId: row.id,
    name: row.name,
    number: row.number,
    birthYear: row.birth_year,
    pinHash: row.pin_hash,
    codeHash: row.code_hash,
  };
}
