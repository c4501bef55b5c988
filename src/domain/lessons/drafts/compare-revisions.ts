import type { Database } from '../../../../db/connect.ts';
import { runInWorker } from '../../../lesson-mdx/run-in-worker.ts';
import type { TextChanges } from '../../../lesson-mdx/text-changes.ts';
import type { Actor } from '../../people/actor.ts';
import { type HistoryPlace, readRevision } from './read-revision.ts';

type Outcome = { ok: true; changes: TextChanges } | { ok: false; reason: 'no-such-revision' | 'too-much-to-compare' };

/** What changed for a farmer between two places of a lesson's history: texts, not markup, screen by screen in both languages. */
export async function compareRevisions(
  db: Database,
  actor: Actor,
  lessonId: string,
  from: HistoryPlace,
  to: HistoryPlace,
): Promise<Outcome> {
  const before = await readRevision(db, actor, lessonId, from);
  const after = await readRevision(db, actor, lessonId, to);
  if (!before || !after) return { ok: false, reason: 'no-such-revision' };
  const outcome = await runInWorker<TextChanges>({ kind: 'changes', from: before.files, to: after.files });
  return outcome.ok ? { ok: true, changes: outcome.answer } : { ok: false, reason: 'too-much-to-compare' };
}
