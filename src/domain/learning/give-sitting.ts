import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import { loadCatalogue } from './catalogue-queries.ts';
import { joinCourses, lockLearners } from './learning-queries.ts';
import { refoldLearners } from './refold.ts';

import { type Catalogue, coursesJoinedByOpening } from './scope-rules.ts';

/** A course that a sitting joined, and since when the farmer had joined it before; null when they had not. */
export interface JoinedBefore {
  courseId: string;
  at: string | null;
}

/**
 * Makes a sitting that was nobody's this learner's and folds them again, as if it had always been theirs. The caller holds the sitting's lock.
 * Null when there is no such learner.
 */
export async function giveSitting(
  trx: Database,
  townshipId: string,
  sittingId: string,
  learnerId: string,
): Promise<{ joinedBefore: JoinedBefore[] } | null> {
  if ((await lockLearners(trx, townshipId, [learnerId])).size === 0) return null;
  await trx
    .updateTable('sitting')
    .set({ learner_id: learnerId })
    .where('township_id', '=', townshipId)
    .where('id', '=', sittingId)
    .execute();
  const catalogue = await loadCatalogue(trx, townshipId);
  const joined = await joinedByOpening(trx, townshipId, learnerId, catalogue, sittingId);
  const before = await trx
    .selectFrom('enrolment')
    .select(['course_id as courseId', 'enrolled_at as at'])
    .where('township_id', '=', townshipId)
    .where('learner_id', '=', learnerId)
    .execute();
  if (joined.length > 0) await joinCourses(trx, townshipId, joined);
  await refoldLearners(trx, townshipId, [learnerId], { mayShrink: true, catalogue });
  const courses = [...new Set(joined.map(({ courseId }) => courseId))];
  return {
    joinedBefore: courses.map((courseId) => ({
      courseId,
      at: before.find((one) => one.courseId === courseId)?.at.toISOString() ?? null,
    })),
  };
}

/** Makes a given sitting nobody's again. The courses it joined are as before, but for what the farmer's other sittings join. */
export async function takeSittingBack(
  trx: Database,
  townshipId: string,
  given: { sittingId: string; learnerId: string; joinedBefore: readonly JoinedBefore[] },
): Promise<void> {
  const { sittingId, learnerId, joinedBefore } = given;
  await lockLearners(trx, townshipId, [learnerId]);
  await trx.updateTable('sitting').set({ learner_id: null }).where('township_id', '=', townshipId).where('id', '=', sittingId).execute();
  await sql`
    delete from enrolment e using json_to_recordset(${JSON.stringify(joinedBefore)}::json) as x("courseId" text, at timestamptz)
    where e.township_id = ${townshipId} and e.learner_id = ${learnerId} and e.course_id = x."courseId" and x.at is null
      and e.enrolled_by = 'learner'`.execute(trx);
  await sql`
    update enrolment e set enrolled_at = x.at from json_to_recordset(${JSON.stringify(joinedBefore)}::json) as x("courseId" text, at timestamptz)
    where e.township_id = ${townshipId} and e.learner_id = ${learnerId} and e.course_id = x."courseId" and x.at is not null`.execute(trx);
  const catalogue = await loadCatalogue(trx, townshipId);
  const joined = await joinedByOpening(trx, townshipId, learnerId, catalogue);
  if (joined.length > 0) await joinCourses(trx, townshipId, joined);
  await refoldLearners(trx, townshipId, [learnerId], { mayShrink: true, catalogue });
}

/** The courses that opening lessons joined: in one sitting, or in all of this learner's own. */
async function joinedByOpening(trx: Database, townshipId: string, learnerId: string, catalogue: Catalogue, sittingId?: string) {
  const opened = await trx
    .selectFrom('learning_record')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.township_id', '=', 'learning_record.township_id').onRef('sitting.id', '=', 'learning_record.sitting_id'),
    )
    .select(['lesson_id as lessonId', 'occurred_at as at', 'base_id as baseId'])
    .where('learning_record.township_id', '=', townshipId)
    .where('sitting.learner_id', '=', learnerId)
    .$if(sittingId !== undefined, (query) => query.where('sitting.id', '=', sittingId ?? ''))
    .where('verb', '=', 'opened')
    .where('response', 'is', null)
    .execute();
  return opened.flatMap(({ lessonId, at, baseId }) =>
    coursesJoinedByOpening(catalogue, lessonId ?? '', baseId).map((courseId) => ({ learnerId, courseId, at })),
  );
}
