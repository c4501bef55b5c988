import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { townshipDay } from '../calendar.ts';
import { isUuid } from '../ids.ts';
import { hashToken } from '../one-time-codes.ts';
import { requirePermission } from '../permissions.ts';
import { residentOn } from '../roster/roster-queries.ts';
import { makeCardToken } from './card-token.ts';
import { voidCardsOf } from './cards-queries.ts';

export interface IssuedCard {
  learnerId: string;
  number: string;
  name: string;
  villageZh: string;
  villageEn: string;
  /** 26 digits, for the QR code. Shown and printed once; only a hash is kept. */
  token: string;
}

/**
 * New cards for these farmers, each making the farmer's earlier card bad at once. Ids that are not (or no longer) on the roster are left
 * out of the answer.
 */
export async function issueCards(db: Database, actor: Actor, learnerIds: string[], now: Date): Promise<IssuedCard[]> {
  requirePermission(actor, 'card:issue');
  const ids = [...new Set(learnerIds.filter(isUuid).map((id) => id.toLowerCase()))];
  if (ids.length === 0) return [];
  const { townshipId } = actor;
  const accountId = actor.kind === 'account' ? actor.accountId : null;
  return db.transaction().execute(async (trx) => {
    const holders = await residentOn(trx, townshipId, townshipDay(now))
      .innerJoin('village', (join) =>
        join.onRef('village.township_id', '=', 'residence.township_id').onRef('village.id', '=', 'residence.village_id'),
      )
      .select(['learner.id as learnerId', 'learner.number', 'learner.name'])
      .select(['village.name_zh as villageZh', 'village.name_en as villageEn'])
      .where('learner.id', 'in', ids)
      .orderBy('village.position')
      .orderBy('village.name_zh')
      .orderBy('learner.name')
      .orderBy('learner.number')
      // Two people issuing for the same farmer go one after the other; the later card is the good one.
      .forUpdate('learner')
      .execute();
    if (holders.length === 0) return [];
    const issued = holders.map((holder) => ({ ...holder, token: makeCardToken() }));
    const learners = issued.map(({ learnerId }) => learnerId);
    const replaced = await voidCardsOf(trx, townshipId, learners, { accountId, now });
    const row = { township_id: townshipId, issued_by: accountId, issued_at: now };
    await trx
      .insertInto('learner_card')
      .values(issued.map(({ learnerId, token }) => ({ ...row, id: randomUUID(), learner_id: learnerId, token_hash: hashToken(token) })))
      .execute();
    const subject = learners.length === 1 ? (learners[0] ?? '') : '';
    await writeAudit(trx, actor, { deed: 'cards-issued', subject, detail: { learners, replaced } }, now);
    return issued;
  });
}
