import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';

/** A constraint of the database → the reason it stands for. */
export const VILLAGE_REFUSALS = {
  village_township_id_name_zh_key: 'name-taken',
  village_alias_pkey: 'alias-taken',
} as const;

/** Replaces what else a village is called. */
export async function writeAliases(db: Database, townshipId: string, villageId: string, aliases: string[]): Promise<void> {
  await db.deleteFrom('village_alias').where('township_id', '=', townshipId).where('village_id', '=', villageId).execute();
  const names = [...new Set(aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))];
  if (names.length === 0) return;
  await db
    .insertInto('village_alias')
    .values(names.map((alias) => ({ township_id: townshipId, village_id: villageId, alias })))
    .execute();
}

/** Whether anybody's residence in the village reaches beyond these days; with `until` null it has no end to reach beyond. */
export async function livesBeyond(
  db: Database,
  village: { townshipId: string; villageId: string; since: Day; until: Day | null },
): Promise<boolean> {
  const { townshipId, villageId, since, until } = village;
  const found = await db
    .selectFrom('residence')
    .innerJoin('learner', (on) =>
      on.onRef('learner.township_id', '=', 'residence.township_id').onRef('learner.id', '=', 'residence.learner_id'),
    )
    .select('learner.id')
    .where('residence.township_id', '=', townshipId)
    .where('residence.village_id', '=', villageId)
    .where('learner.removed_at', 'is', null)
    .where((is) =>
      is.or([
        is('residence.since', '<', since),
        ...(until === null ? [] : [is('residence.until', 'is', null), is('residence.until', '>', until)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The sign-in page shows the villages as tiles: whoever keeps it in memory lets it go when the transaction commits. */
export async function tellKiosks(db: Database): Promise<void> {
  await sql`select pg_notify('furrow_publication', 'villages')`.execute(db);
}
