import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../../people/actor.ts';
import { writeAudit } from '../../people/audit.ts';
import { voidCardsOf } from '../../people/cards/cards-queries.ts';
import { requirePermission } from '../../people/permissions.ts';
import { lockLearners } from '../learning-queries.ts';
import { refoldLearners } from '../refold.ts';
import { moveEnrolments, moveMemberships, moveResidence, moveSeats, moveSittings, type Pair } from './merge-queries.ts';
import { filledFrom } from './merge-rules.ts';
import { type NotAPair, readPair } from './read-pair.ts';

/**
 * Two entries of the roster are one person: everything of `dropped` becomes `kept`'s, who stands as if there had been one entry always. The
 * number, PIN, code and cards of `dropped` stop working; records that still arrive under them find `kept`. It cannot be taken back.
 */
export async function mergeLearners(
  db: Database,
  actor: Actor,
  numbers: { kept: string; dropped: string },
  now: Date,
): Promise<{ ok: true; keptId: string; sittings: number } | NotAPair> {
  requirePermission(actor, 'roster:write');
  const { townshipId } = actor;
  return db.transaction().execute(async (trx) => {
    const found = await readPair(trx, actor, numbers, now);
    if (!found.ok) return found;
    const pair = { townshipId, keptId: found.kept.id, droppedId: found.dropped.id };
    await lockPair(trx, pair);
    // Another merge or removal may have been quicker.
    const still = await readPair(trx, actor, numbers, now);
    if (!still.ok) return still;
    const sittings = await moveSittings(trx, pair);
    await moveSeats(trx, pair);
    await moveEnrolments(trx, pair);
    await moveMemberships(trx, pair);
    await moveResidence(trx, pair);
    await closeEntry(trx, pair, still, { accountId: actor.kind === 'account' ? actor.accountId : null, now });
    await refoldLearners(trx, townshipId, [pair.keptId, pair.droppedId].sort(), { mayShrink: true });
    const detail = { droppedId: pair.droppedId, sittings };
    await writeAudit(trx, actor, { deed: 'learners-merged', subject: pair.keptId, detail }, now);
    return { ok: true, keptId: pair.keptId, sittings } as const;
  });
}

/** Sittings before learners, as a batch takes them: records on their way in wait, or are waited for. */
async function lockPair(trx: Database, { townshipId, keptId, droppedId }: Pair): Promise<void> {
  const lockSittings = () =>
    trx
      .selectFrom('sitting')
      .select('id')
      .where('township_id', '=', townshipId)
      .where('learner_id', '=', droppedId)
      .orderBy('id')
      .forUpdate()
      .execute();
  await lockSittings();
  await lockLearners(trx, townshipId, [keptId, droppedId]);
  // A sitting that began while this waited.
  await lockSittings();
}

async function closeEntry(
  trx: Database,
  { townshipId, keptId, droppedId }: Pair,
  found: { kept: Parameters<typeof filledFrom>[0]; dropped: Parameters<typeof filledFrom>[1] },
  by: { accountId: string | null; now: Date },
): Promise<void> {
  const { filled } = filledFrom(found.kept, found.dropped);
  const entry = (id: string) => trx.updateTable('learner').where('township_id', '=', townshipId).where('id', '=', id);
  await entry(keptId)
    .set({ sex: filled.sex, birth_year: filled.birthYear, literacy: filled.literacy, trade: filled.trade, consent_on: filled.consentOn })
    .execute();
  await entry(droppedId).set({ removed_at: by.now, merged_into: keptId }).execute();
  // Whatever was merged into that entry before leads on.
  await trx
    .updateTable('learner')
    .set({ merged_into: keptId })
    .where('township_id', '=', townshipId)
    .where('merged_into', '=', droppedId)
    .execute();
  for (const table of ['learner_pin', 'one_time_code'] as const)
    await trx.deleteFrom(table).where('township_id', '=', townshipId).where('learner_id', '=', droppedId).execute();
  await voidCardsOf(trx, townshipId, [droppedId], by);
}
