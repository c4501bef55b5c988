import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';

/** The sizes in bytes of pictures and sounds, by digest; an unknown digest is left out. */
export async function mediaSizes(db: Database, townshipId: string, digests: string[]): Promise<Map<string, number>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .selectFrom('media')
    .select(['digest', sql<number>`octet_length(bytes)`.as('size')])
    .where('township_id', '=', townshipId)
    .where('digest', 'in', digests)
    .execute();
  return new Map(rows.map(({ digest, size }) => [digest, size]));
}
