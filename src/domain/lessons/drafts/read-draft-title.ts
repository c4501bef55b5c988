import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../../people/actor.ts';
import { currentDraft } from './drafts-queries.ts';
import { requireDraftPermission } from './require-draft-permission.ts';

/** The title of a lesson's draft as typed, in the language or else the other; null for one without. */
export async function readDraftTitle(db: Database, actor: Actor, lessonId: string, language: Language): Promise<string | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lessonId)) === null) return null;
  const files = (await currentDraft(db, actor.townshipId, lessonId))?.files;
  const [first, second] = language === 'zh' ? [files?.zh, files?.en] : [files?.en, files?.zh];
  return titleOf(first ?? '') ?? titleOf(second ?? '');
}

/** What stands in the first heading of a text. */
export function titleOf(source: string): string | null {
  return /^\uFEFF?\s*#[ \t]+([^\r\n]+)/.exec(source)?.[1]?.trim() ?? null;
}
