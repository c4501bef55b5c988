import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { CheckedLesson, QuestionKey } from '../../lesson-mdx/checked-lesson.ts';
import { lessonVersion } from '../lessons/lesson-version.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { type FirstTries, type ItemFigures, itemFigures } from './item-rules.ts';
import { notVoided } from './lesson-report-queries.ts';

export interface ItemAnalysis {
  version: number;
  checked: CheckedLesson;
  items: ItemFigures[];
}

/** How the questions of one version of a lesson work: first tries, alone and unhelped, of people on the roster. Null for an unknown version. */
export async function itemAnalysis(db: Database, actor: Actor, lessonId: string, version: number): Promise<ItemAnalysis | null> {
  requirePermission(actor, 'lesson:read');
  const frozen = await lessonVersion(db, actor.townshipId, lessonId, version);
  if (!frozen) return null;
  const { rows } = await sql<{ learner_id: string; question_id: string; response: unknown; is_correct: boolean }>`
    select distinct on (s.learner_id, r.question_id) s.learner_id, r.question_id, r.response, r.is_correct
    from learning_record r
    join sitting s on s.township_id = r.township_id and s.id = r.sitting_id and s.learner_id is not null
    join learner l on l.township_id = s.township_id and l.id = s.learner_id and l.removed_at is null
    where r.township_id = ${actor.townshipId} and r.lesson_id = ${lessonId} and r.version = ${version} and r.verb = 'answered'
      and r.is_correct is not null and coalesce(jsonb_typeof(r.response), '') <> 'object'
      and not exists (select from quarantined_sitting q where q.township_id = s.township_id and q.sitting_id = s.id)
      and ${notVoided(actor.townshipId)}
    order by s.learner_id, r.question_id, r.occurred_at, s.sequence, r.seq, r.id`.execute(db);
  const people = new Map<string, Map<string, { chosen: string[]; right: boolean }>>();
  for (const row of rows) {
    const tries = people.get(row.learner_id) ?? new Map();
    tries.set(row.question_id, { chosen: [row.response].flat().map(String), right: row.is_correct });
    people.set(row.learner_id, tries);
  }
  const { checked } = frozen;
  return { version, checked, items: itemFigures([...people.values()] as FirstTries[], checked.questions.map(asItem)) };
}

/** What of a question can be chosen, and what is right; where a response is not a choice there is nothing to list. */
function asItem(question: QuestionKey): { id: string; choices: string[]; right: string[] } {
  if (question.kind === 'single-choice' || question.kind === 'multiple-choice')
    return { id: question.id, choices: question.choices, right: [question.right].flat() };
  if (question.kind === 'true-false') return { id: question.id, choices: ['true', 'false'], right: [String(question.right)] };
  return { id: question.id, choices: [], right: [] };
}
