import type { Database } from '../../../../db/connect.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Unread } from '../../../lesson-mdx/question-files/file-question.ts';
import { readQuestionFile } from '../../../lesson-mdx/question-files/read-question-file.ts';
import type { Actor } from '../../people/actor.ts';
import type { DraftFiles, SaveRefusal } from './draft.ts';
import { currentDraft } from './drafts-queries.ts';
import { withQuestions } from './question-rules.ts';
import { requireDraftPermission } from './require-draft-permission.ts';
import { saveDraft } from './save-draft.ts';

interface Input {
  lesson: string;
  language: Language;
  bytes: Uint8Array;
  client: string;
}

type Outcome =
  | { ok: true; added: number; unread: Unread[]; revision: number }
  | { ok: false; reason: 'not-text' | 'no-questions'; unread: Unread[] }
  | SaveRefusal;

/** Puts the questions of a GIFT or Aiken file at the end of one language of a draft, as a new revision, and names what could not be read. */
export async function importQuestions(db: Database, actor: Actor, input: Input, now: Date): Promise<Outcome> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', input.lesson)) === null) return { ok: false, reason: 'unknown-lesson' };
  const draft = await currentDraft(db, actor.townshipId, input.lesson);
  if (!draft) return { ok: false, reason: 'unknown-lesson' };
  const read = readQuestionFile(input.bytes);
  if (!read.ok) {
    if (read.reason === 'not-text') return { ok: false, reason: 'not-text', unread: [] };
    return { ok: false, reason: 'too-large', file: '', bytes: input.bytes.length, limit: 1_000_000 };
  }
  if (read.questions.length === 0) return { ok: false, reason: 'no-questions', unread: read.unread };
  const files: DraftFiles = withQuestions(draft.files, input.language, read.questions);
  const { lesson, client } = input;
  const saved = await saveDraft(db, actor, { lesson, revision: draft.revision, files, media: draft.media, client }, now);
  return saved.ok ? { ok: true, added: read.questions.length, unread: read.unread, revision: saved.revision } : saved;
}
