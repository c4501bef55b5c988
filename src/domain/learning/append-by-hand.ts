import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../../db/connect.ts';
import type { RecordVerb } from '../../../db/schema.ts';
import { insertRecords, insertSittings } from './learning-queries.ts';
import { refoldLearners } from './refold.ts';

/** Appends one record a person made without a kiosk, in a sitting of its own, and refolds. The caller holds the learner's lock. */
export async function appendByHand(
  trx: Database,
  townshipId: string,
  fact: { learnerId: string; baseId: string; verb: RecordVerb; response: unknown; at: Date },
  now: Date,
): Promise<string> {
  const [id, sittingId] = [randomUUID(), randomUUID()];
  const { learnerId, baseId, verb, at } = fact;
  const response = JSON.stringify(fact.response);
  const hash = createHash('sha256').update(`${id} ${verb} ${response}`).digest('hex');
  await insertSittings(trx, townshipId, [{ id: sittingId, kioskId: null, baseId, learnerId, sequence: at.getTime(), beganAt: at }], now);
  const about = { lessonId: null, version: null, questionId: null, isCorrect: null, wasFuture: false };
  await insertRecords(trx, townshipId, [{ id, sittingId, seq: 0, verb, response, hash, occurredAt: at, kioskTime: at, ...about }], {
    now,
    skewMs: null,
  });
  await refoldLearners(trx, townshipId, [learnerId], { mayShrink: verb === 'voided' });
  return id;
}
