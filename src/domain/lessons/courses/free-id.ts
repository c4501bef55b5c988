import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../../../db/schema.ts';

/** A readable id that no lesson or course of the township has: from the English title, `lesson` where that has no letters, with a number where it is taken. */
export async function freeId(trx: Transaction<Schema>, townshipId: string, table: 'lesson' | 'course', title: string): Promise<string> {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const stem = plain === '' ? table : plain;
  // Held until the transaction ends: two trainers at once do not find the same id free.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`furrow ${table} id`}, 0))`.execute(trx);
  const rows = await trx.selectFrom(table).select('id').where('township_id', '=', townshipId).where('id', 'like', `${stem}%`).execute();
  const taken = new Set(rows.map((row) => row.id));
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
