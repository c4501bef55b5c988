import type { Database } from '../../../db/connect.ts';
import { loadAssignments, loadCatalogue, publishedVersions } from './catalogue-queries.ts';
import { fold, type LessonState, type Standing } from './fold-rules.ts';
import { clearFolded, loadFacts, saveLessonStates, saveStandings } from './learning-queries.ts';
import { loadLessonFacts } from './lesson-facts.ts';
import type { Catalogue } from './scope-rules.ts';

/**
 * Folds everything these learners recorded and keeps what it says. The caller holds their locks.
 * `mayShrink` when something was voided or rules are replayed from the start; arrival alone only adds rows.
 */
export async function refoldLearners(
  db: Database,
  townshipId: string,
  learnerIds: readonly string[],
  options: { mayShrink: boolean; catalogue?: Catalogue },
): Promise<void> {
  if (learnerIds.length === 0) return;
  const catalogue = options.catalogue ?? (await loadCatalogue(db, townshipId));
  const facts = await loadFacts(db, townshipId, learnerIds);
  const assignments = await loadAssignments(db, townshipId, learnerIds);
  const factsOf = await loadLessonFacts(db, townshipId, [...publishedVersions(catalogue), ...versionsIn(facts.values())]);
  const states: (LessonState & { learnerId: string })[] = [];
  const standings: (Standing & { learnerId: string })[] = [];
  for (const learnerId of learnerIds) {
    const own = assignments.get(learnerId) ?? { required: [], enrolled: [] };
    const folded = fold({ facts: facts.get(learnerId) ?? [], catalogue, assignments: own, factsOf });
    for (const state of folded.lessons) states.push({ ...state, learnerId });
    for (const standing of folded.standing) standings.push({ ...standing, learnerId });
  }
  if (options.mayShrink) await clearFolded(db, townshipId, learnerIds);
  if (states.length > 0) await saveLessonStates(db, townshipId, states);
  if (standings.length > 0) await saveStandings(db, townshipId, standings);
}

function versionsIn(all: Iterable<{ lessonId: string | null; version: number | null }[]>): { lessonId: string; version: number }[] {
  const versions = new Map<string, { lessonId: string; version: number }>();
  for (const facts of all) {
    for (const { lessonId, version } of facts) {
      if (lessonId !== null && version !== null) versions.set(`${lessonId}@${version}`, { lessonId, version });
    }
  }
  return [...versions.values()];
}
