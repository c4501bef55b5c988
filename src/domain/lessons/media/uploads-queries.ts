import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';

/** An upload of this very account; nobody else's is found. */
export async function uploadOf(db: Database, actor: AccountActor, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return db
    .selectFrom('upload')
    .selectAll()
    .where('township_id', '=', actor.townshipId)
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Everything that came of an upload, in order. */
export async function uploadBytes(db: Database, townshipId: string, id: string): Promise<Buffer> {
  const parts = await db
    .selectFrom('upload_part')
    .select('bytes')
    .where('township_id', '=', townshipId)
    .where('upload_id', '=', id)
    .orderBy('first')
    .execute();
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

/** Bytes that an account's unfinished uploads take up. */
export async function unfinishedBytes(db: Database, actor: AccountActor): Promise<number> {
  const row = await db
    .selectFrom('upload')
    .select(sql<string>`coalesce(sum(size), 0)`.as('bytes'))
    .where('township_id', '=', actor.townshipId)
    .where('account_id', '=', actor.accountId)
    .where('finished_as', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.bytes);
}
