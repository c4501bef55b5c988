import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { ReadQuestions, Unread } from '../../../lesson-mdx/question-files/file-question.ts';
import { writeGift } from '../../../lesson-mdx/question-files/write-gift.ts';
import { runInWorker } from '../../../lesson-mdx/run-in-worker.ts';
import type { Actor } from '../../people/actor.ts';
import { currentDraft } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** The questions of one language of a draft as a GIFT file, with those left out; null for an unknown lesson or a text that cannot be read. */
export async function exportQuestions(
  db: Database,
  actor: Actor,
  { lesson, language }: { lesson: string; language: Language },
): Promise<{ gift: string; leftOut: Unread[] } | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lesson)) === null) return null;
  const draft = await currentDraft(db, actor.townshipId, lesson);
  if (!draft) return null;
  const outcome = await runInWorker<ReadQuestions>({ kind: 'questions', source: draft.files[language] });
  return outcome.ok ? { gift: writeGift(outcome.answer.questions), leftOut: outcome.answer.unread } : null;
}
