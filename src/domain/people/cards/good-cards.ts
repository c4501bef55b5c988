import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { requirePermission } from '../permissions.ts';

/** Who of these farmers holds a good card, and since when. */
export async function goodCards(db: Database, actor: Actor, learnerIds: string[]): Promise<Map<string, Date>> {
  requirePermission(actor, 'roster:read');
  if (learnerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('learner_card')
    .select(['learner_id', 'issued_at'])
    .where('township_id', '=', actor.townshipId)
    .where('learner_id', 'in', learnerIds)
    .where('voided_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.learner_id, row.issued_at]));
}
