import type { Database } from '../../../db/connect.ts';
import { loadCatalogue } from './catalogue-queries.ts';
import { lockLearners } from './learning-queries.ts';
import { refoldLearners } from './refold.ts';

const AT_A_TIME = 500;

/** Folds every learner of the township again from the records alone. Answers how many there were. */
export async function rebuild(db: Database, townshipId: string): Promise<{ ok: true; learners: number }> {
  const learners = await db.selectFrom('learner').select('id').where('township_id', '=', townshipId).orderBy('id').execute();
  const catalogue = await loadCatalogue(db, townshipId);
  for (let from = 0; from < learners.length; from += AT_A_TIME) {
    const ids = learners.slice(from, from + AT_A_TIME).map((learner) => learner.id);
    await db.transaction().execute(async (trx) => {
      await lockLearners(trx, townshipId, ids);
      await refoldLearners(trx, townshipId, ids, { mayShrink: true, catalogue });
    });
  }
  return { ok: true, learners: learners.length };
}
