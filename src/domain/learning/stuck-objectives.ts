import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { tallyObjectives } from './awareness-rules.ts';
import { loadLessonFacts } from './lesson-facts.ts';

export interface StuckObjective {
  lessonId: string;
  lessonTitle: Record<Language, string>;
  objectiveId: string;
  text: Record<Language, string>;
  right: number;
  answered: number;
  lastTriedOn: Day;
}

export interface Stuck {
  /** Objectives with at least one answered question. */
  tried: number;
  objectives: StuckObjective[];
}

/** Objectives this learner tried and did not have wholly right on the latest day, the weakest first, and how many were tried at all. */
export async function stuckObjectives(db: Database, actor: Actor, learnerId: string): Promise<Stuck> {
  requirePermission(actor, 'roster:read');
  if (!isUuid(learnerId)) return { tried: 0, objectives: [] };
  const states = await db
    .selectFrom('lesson_state')
    .selectAll()
    .where('township_id', '=', actor.townshipId)
    .where('learner_id', '=', learnerId)
    .execute();
  const versions = states.flatMap((state) =>
    [state.version, ...Object.values(state.evidence).map((seen) => seen.version)].map((version) => ({
      lessonId: state.lesson_id,
      version,
    })),
  );
  const factsOf = await loadLessonFacts(db, actor.townshipId, versions);
  let tried = 0;
  const stuck: StuckObjective[] = [];
  for (const { lesson_id: lessonId, version, evidence } of states) {
    const facts = factsOf(lessonId, version);
    if (!facts) continue;
    for (const { objectiveId, right, answered } of tallyObjectives({ lessonId, evidence }, facts, factsOf)) {
      if (answered > 0) tried += 1;
      if (right === answered) continue;
      const days = [...facts.questions.values()]
        .filter((question) => question.objective === objectiveId)
        .map((question) => evidence[question.id]?.day ?? '');
      const text = facts.objectives.find((objective) => objective.id === objectiveId)?.text ?? { zh: objectiveId, en: objectiveId };
      stuck.push({ lessonId, lessonTitle: facts.title, objectiveId, text, right, answered, lastTriedOn: days.sort().at(-1) ?? '' });
    }
  }
  stuck.sort((a, b) => a.right / a.answered - b.right / b.answered || (a.lastTriedOn < b.lastTriedOn ? 1 : -1));
  return { tried, objectives: stuck };
}
