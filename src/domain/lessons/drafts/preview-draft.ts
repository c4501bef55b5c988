import type { Database } from '../../../../db/connect.ts';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { isKnown, type MediumFile } from '../../../lesson-mdx/medium-facts.ts';
import type { LessonPreview } from '../../../lesson-mdx/preview-lesson.ts';
import { FILE_START, lessonProblem } from '../../../lesson-mdx/problems.ts';
import { runInWorker } from '../../../lesson-mdx/run-in-worker.ts';
import type { Actor } from '../../people/actor.ts';
import { knownMedia } from '../media/media-queries.ts';
import type { DraftFiles } from './draft.ts';
import { currentDraft } from './drafts-queries.ts';
import { type HistoryPlace, readRevision } from './read-revision.ts';
import { requireDraftPermission } from './require-draft-permission.ts';
import { type LessonWeight, lessonWeight } from './weight-rules.ts';

export interface DraftPreview extends LessonPreview {
  revision: number;
  version: number | null;
  weight: LessonWeight | null;
}

/** One language of a draft, or of a place in its history, as the kiosk would show it, with what it weighs. Null for an unknown lesson. */
export async function previewDraft(
  db: Database,
  actor: Actor,
  { lesson, language, place }: { lesson: string; language: Language; place?: HistoryPlace | undefined },
): Promise<DraftPreview | null> {
  if ((await requireDraftPermission(db, actor, 'lesson:write', lesson)) === null) return null;
  const draft = await currentDraft(db, actor.townshipId, lesson);
  const text = place ? await readRevision(db, actor, lesson, place) : draft;
  if (!draft || !text) return null;
  const media = await knownMedia(db, actor.townshipId, text.media);
  const preview = await render({ ...withoutMarks(text.files), media }, language);
  const sizes = new Map(Object.entries(media).map(([path, file]) => [text.media[path] ?? '', isKnown(file) ? file.size : file.length]));
  const weight = preview.lesson && lessonWeight(preview.lesson, language, sizes);
  return { ...preview, revision: draft.revision, version: draft.publishedVersion, weight };
}

async function render(files: DraftFiles & { media: Record<string, MediumFile> }, language: Language): Promise<LessonPreview> {
  const outcome = await runInWorker<LessonPreview>({ kind: 'preview', files, language });
  if (outcome.ok) return outcome.answer;
  const seconds = outcome.reason === 'too-slow' ? String(outcome.seconds) : '';
  const problem: LessonProblem = lessonProblem(`${language}.mdx`, FILE_START, outcome.reason, seconds);
  return { lesson: null, problems: [problem] };
}

function withoutMarks(files: DraftFiles): DraftFiles {
  const plain = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);
  return { metadata: plain(files.metadata), zh: plain(files.zh), en: plain(files.en) };
}
