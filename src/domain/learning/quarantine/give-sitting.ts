import type { Database } from '../../../../db/connect.ts';
import { loadCatalogue } from '../catalogue-queries.ts';
import { joinCourses, lockLearners } from '../learning-queries.ts';
import { refoldLearners } from '../refold.ts';
import { coursesJoinedByOpening } from '../scope-rules.ts';

/**
 * Makes a sitting that was nobody's this learner's and folds them again, as if it had always been theirs. The caller holds the sitting's lock.
 * False when there is no such learner.
 */
export async function giveSitting(trx: Database, townshipId: string, sittingId: string, learnerId: string): Promise<boolean> {
  if ((await lockLearners(trx, townshipId, [learnerId])).size === 0) return false;
  const { base_id: baseId } = await trx
    .updateTable('sitting')
    .set({ learner_id: learnerId })
    .where('township_id', '=', townshipId)
    .where('id', '=', sittingId)
    .returning('base_id')
    .executeTakeFirstOrThrow();
  const opened = await trx
    .selectFrom('learning_record')
    .select(['lesson_id', 'occurred_at'])
    .where('township_id', '=', townshipId)
    .where('sitting_id', '=', sittingId)
    .where('verb', '=', 'opened')
    .where('response', 'is', null)
    .execute();
  const catalogue = await loadCatalogue(trx, townshipId);
  const joined = opened.flatMap(({ lesson_id, occurred_at }) =>
    coursesJoinedByOpening(catalogue, lesson_id ?? '', baseId).map((courseId) => ({ learnerId, courseId, at: occurred_at })),
  );
  if (joined.length > 0) await joinCourses(trx, townshipId, joined);
  await refoldLearners(trx, townshipId, [learnerId], { mayShrink: true, catalogue });
  return true;
}
