import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { type Evidence, tallyObjectives } from './awareness-rules.ts';
import { loadLessonFacts } from './lesson-facts.ts';

export interface ObjectiveFigures {
  objectiveId: string;
  text: Record<Language, string>;
  /** People who answered at least one of its questions. */
  tried: number;
  /** Those of them who did not have all they answered right on the latest day. */
  stuck: number;
}

/** Each objective of a version: how many people tried it and how many are stuck on it. People on the roster only. */
export async function stuckLearners(db: Database, actor: Actor, lessonId: string, version: number): Promise<ObjectiveFigures[]> {
  requirePermission(actor, 'roster:read');
  const { townshipId } = actor;
  const { rows } = await sql<{ evidence: Evidence }>`
    select s.evidence from lesson_state s
    join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    where s.township_id = ${townshipId} and s.lesson_id = ${lessonId} and s.evidence <> '{}'::jsonb`.execute(db);
  const versions = new Set([version, ...rows.flatMap(({ evidence }) => Object.values(evidence).map((seen) => seen.version))]);
  const factsOf = await loadLessonFacts(
    db,
    townshipId,
    [...versions].map((each) => ({ lessonId, version: each })),
  );
  const facts = factsOf(lessonId, version);
  if (!facts) return [];
  const figures = new Map(facts.objectives.map(({ id, text }) => [id, { objectiveId: id, text, tried: 0, stuck: 0 }]));
  for (const { evidence } of rows) {
    for (const { objectiveId, answered, right } of tallyObjectives({ lessonId, evidence }, facts, factsOf)) {
      const figure = figures.get(objectiveId);
      if (!figure || answered === 0) continue;
      figure.tried += 1;
      if (right < answered) figure.stuck += 1;
    }
  }
  return [...figures.values()];
}
