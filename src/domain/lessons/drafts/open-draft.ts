import type { Database } from '../../../../db/connect.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { checkDraft, listedProblems } from './check-draft.ts';
import type { Draft } from './draft.ts';
import { currentDraft } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** A lesson's draft for its editor, with what is wrong in it now; null for an unknown lesson. Nothing is written. */
export async function openDraft(db: Database, actor: Actor, lessonId: string): Promise<{ draft: Draft; problems: LessonProblem[] } | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lessonId)) === null) return null;
  const draft = await currentDraft(db, actor.townshipId, lessonId);
  if (draft === null) return null;
  const check = await checkDraft(db, actor.townshipId, draft.files, draft.media);
  return { draft, problems: listedProblems(check) };
}
