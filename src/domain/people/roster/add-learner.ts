import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { type AddRefusal, addLearners } from './add-learners.ts';
import type { LearnerInput } from './learner-input.ts';

/** Adds one farmer; the number goes on their card. They sign in once they have a one-time code. */
export async function addLearner(
  db: Database,
  actor: Actor,
  input: LearnerInput,
  now: Date,
): Promise<{ ok: true; learnerId: string; number: string } | { ok: false; reason: AddRefusal }> {
  const outcome = await addLearners(db, actor, [input], now);
  if (!outcome.ok) return { ok: false, reason: outcome.reason };
  const [learner] = outcome.learners;
  if (!learner) throw new Error('one farmer went in and none came out');
  return { ok: true, ...learner };
}
