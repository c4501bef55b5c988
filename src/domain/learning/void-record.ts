import type { Database } from '../../../db/connect.ts';
import type { Actor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { appendByHand } from './append-by-hand.ts';
import { lockLearners } from './learning-queries.ts';

/** Undoes a record by a new one that names it. Trainers undo what was seen on a farm at their base, staff anything. */
export async function voidRecord(
  db: Database,
  actor: Actor,
  input: { recordId: string },
  now: Date,
): Promise<{ ok: true; recordId: string } | { ok: false; reason: 'no-such-record' | 'cannot-be-voided' }> {
  const { townshipId } = actor;
  const record = isUuid(input.recordId)
    ? await db
        .selectFrom('learning_record as r')
        .innerJoin('sitting as s', (join) => join.onRef('s.township_id', '=', 'r.township_id').onRef('s.id', '=', 'r.sitting_id'))
        .select(['r.id', 'r.verb', 's.learner_id', 's.base_id'])
        .where('r.township_id', '=', townshipId)
        .where('r.id', '=', input.recordId)
        .executeTakeFirst()
    : undefined;
  if (record?.verb === 'adopted') requirePermission(actor, 'adoption:record', { base: record.base_id });
  else requirePermission(actor, 'roster:write');
  if (!record) return { ok: false, reason: 'no-such-record' };
  const { learner_id: learnerId, base_id: baseId, verb } = record;
  if (learnerId === null || verb === 'voided' || verb === 'began') return { ok: false, reason: 'cannot-be-voided' };
  return db.transaction().execute(async (trx) => {
    await lockLearners(trx, townshipId, [learnerId]);
    const recordId = await appendByHand(trx, townshipId, { learnerId, baseId, verb: 'voided', response: record.id, at: now }, now);
    await writeAudit(trx, actor, { deed: 'record-voided', subject: record.id, detail: { learnerId, verb, by: recordId } }, now);
    return { ok: true, recordId };
  });
}
