import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { voidCardsOf } from './cards-queries.ts';

/** For lost cards: they open nothing from this moment on. Says how many there were. */
export async function voidCards(
  db: Database,
  actor: Actor,
  learnerIds: string[],
  now: Date,
): Promise<{ ok: true; voided: number } | { ok: false; reason: 'no-card-to-void' }> {
  requirePermission(actor, 'card:issue');
  const accountId = actor.kind === 'account' ? actor.accountId : null;
  return db.transaction().execute(async (trx) => {
    const learners = await voidCardsOf(trx, actor.townshipId, learnerIds.filter(isUuid), { accountId, now });
    if (learners.length === 0) return { ok: false as const, reason: 'no-card-to-void' as const };
    const subject = learners.length === 1 ? (learners[0] ?? '') : '';
    await writeAudit(trx, actor, { deed: 'cards-voided', subject, detail: { learners } }, now);
    return { ok: true as const, voided: learners.length };
  });
}
