import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../../people/actor.ts';

export interface UnfinishedUpload {
  id: string;
  base: string;
  name: string;
  /** In bytes. */
  size: number;
  received: number;
}

/** What this account began to send and has not finished, newest first: it goes on when the same file is chosen again. */
export async function listUploads(db: Database, actor: AccountActor): Promise<UnfinishedUpload[]> {
  return db
    .selectFrom('upload')
    .select(['id', 'base_id as base', 'name', 'size', 'received'])
    .where('township_id', '=', actor.townshipId)
    .where('account_id', '=', actor.accountId)
    .where('finished_as', 'is', null)
    .orderBy('begun_at', 'desc')
    .execute();
}
