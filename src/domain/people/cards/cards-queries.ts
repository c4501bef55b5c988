import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';
import { hashToken } from '../one-time-codes.ts';
import { residentOn } from '../roster/roster-queries.ts';
import type { LearnerSecrets } from '../sign-in-queries.ts';

/** The farmer whose good card says `token`, still on the roster on `today`, with what signs them in; null when there is none. */
export async function cardHolder(
  db: Database,
  where: { townshipId: string; token: string; today: Day },
  now: Date,
): Promise<(LearnerSecrets & { cardNeedsPin: boolean }) | null> {
  const row = await residentOn(db, where.townshipId, where.today)
    .innerJoin('learner_card as card', (join) =>
      join
        .onRef('card.township_id', '=', 'learner.township_id')
        .onRef('card.learner_id', '=', 'learner.id')
        .on('card.voided_at', 'is', null),
    )
    .innerJoin('township', 'township.id', 'learner.township_id')
    .leftJoin('learner_pin as pin', (join) =>
      join.onRef('pin.township_id', '=', 'learner.township_id').onRef('pin.learner_id', '=', 'learner.id'),
    )
    .leftJoin('one_time_code as code', (join) =>
      join
        .onRef('code.township_id', '=', 'learner.township_id')
        .onRef('code.learner_id', '=', 'learner.id')
        .on('code.expires_at', '>', now),
    )
    .select(['learner.id as learnerId', 'learner.name', 'learner.number', 'learner.birth_year as birthYear'])
    .select(['pin.pin_hash as pinHash', 'code.code_hash as codeHash', 'township.card_needs_pin as cardNeedsPin'])
    .where('card.token_hash', '=', hashToken(where.token))
    .executeTakeFirst();
  return row ?? null;
}

/** Whose card it is or once was, good or not; null for a card this township never issued. */
export async function cardOwner(db: Database, townshipId: string, token: string): Promise<string | null> {
  const row = await db
    .selectFrom('learner_card')
    .innerJoin('learner', (join) =>
      join.onRef('learner.township_id', '=', 'learner_card.township_id').onRef('learner.id', '=', 'learner_card.learner_id'),
    )
    .select(['learner.id', 'learner.merged_into'])
    .where('learner_card.township_id', '=', townshipId)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.merged_into ?? row?.id ?? null;
}

/** Makes the good cards of these farmers bad; the ids of those who had one. */
export async function voidCardsOf(
  db: Database,
  townshipId: string,
  learnerIds: string[],
  by: { accountId: string | null; now: Date },
): Promise<string[]> {
  if (learnerIds.length === 0) return [];
  const voided = await db
    .updateTable('learner_card')
    .set({ voided_at: by.now, voided_by: by.accountId })
    .where('township_id', '=', townshipId)
    .where('learner_id', 'in', learnerIds)
    .where('voided_at', 'is', null)
    .returning('learner_id')
    .execute();
  return voided.map((row) => row.learner_id);
}
