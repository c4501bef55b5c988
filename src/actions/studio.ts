import { defineAction } from 'astro:actions';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { learnersInTheMiddle } from '../domain/learning/learners-in-the-middle.ts';
import { orderLessons } from '../domain/lessons/courses/order-lessons.ts';
import { approveDraft } from '../domain/lessons/drafts/approve-draft.ts';
import { askForReview } from '../domain/lessons/drafts/ask-for-review.ts';
import { compareRevisions } from '../domain/lessons/drafts/compare-revisions.ts';
import { draftHistory } from '../domain/lessons/drafts/draft-history.ts';
import { notePresence } from '../domain/lessons/drafts/note-presence.ts';
import { openDraft } from '../domain/lessons/drafts/open-draft.ts';
import { previewDraft } from '../domain/lessons/drafts/preview-draft.ts';
import { publishDraft } from '../domain/lessons/drafts/publish-draft.ts';
import { readReview } from '../domain/lessons/drafts/read-review.ts';
import { readRevision } from '../domain/lessons/drafts/read-revision.ts';
import { restoreRevision } from '../domain/lessons/drafts/restore-revision.ts';
import { saveDraft } from '../domain/lessons/drafts/save-draft.ts';
import { sendBackDraft } from '../domain/lessons/drafts/send-back-draft.ts';
import { unpublishLesson } from '../domain/lessons/drafts/unpublish-lesson.ts';
import { mediaLibrary } from '../domain/lessons/media/media-library.ts';
import { asTrainer } from './as-trainer.ts';

const lesson = z.string().max(60);
const revision = z.int().min(0).max(1_000_000_000);
const client = z.string().min(1).max(100);
const files = z.strictObject({ metadata: z.string(), zh: z.string(), en: z.string() });
const media = z.record(z.string().min(1).max(200), z.string().regex(/^[0-9a-f]{64}$/));
const note = z.string().max(1000).default('');
const language = z.enum(['zh', 'en']);
const place = z.union([z.strictObject({ revision }), z.strictObject({ version: revision })]);

/** What the studio's editor writes and asks. Each is one verb of the domain. */
export const studio = {
  openDraft: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer) => openDraft(db, trainer, input.lesson)),
  }),
  saveDraft: defineAction({
    input: z.strictObject({ lesson, revision, files, media, client, account: z.string().max(100) }),
    // A page that was opened before somebody else signed in on this computer: its words are not theirs.
    handler: ({ account, ...input }, context) =>
      asTrainer(context, async (db, trainer, now) =>
        account === trainer.accountId ? saveDraft(db, trainer, input, now) : { ok: false as const, reason: 'another-account' as const },
      ),
  }),
  presence: defineAction({
    input: z.strictObject({ lesson, client, language: language.nullable().default(null), isLeaving: z.boolean().default(false) }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => notePresence(db, trainer, input, now)),
  }),
  /** Bytes a kiosk fetches for the draft in each language. */
  weigh: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) =>
      asTrainer(context, async (db, trainer) => {
        const [zh, en] = await Promise.all((['zh', 'en'] as const).map((each) => previewDraft(db, trainer, { ...input, language: each })));
        return { zh: zh?.weight ?? null, en: en?.weight ?? null };
      }),
  }),
  history: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer) => draftHistory(db, trainer, input.lesson)),
  }),
  readRevision: defineAction({
    input: z.strictObject({ lesson, place }),
    handler: (input, context) => asTrainer(context, (db, trainer) => readRevision(db, trainer, input.lesson, input.place)),
  }),
  compare: defineAction({
    input: z.strictObject({ lesson, from: place, to: place }),
    handler: (input, context) => asTrainer(context, (db, trainer) => compareRevisions(db, trainer, input.lesson, input.from, input.to)),
  }),
  restore: defineAction({
    input: z.strictObject({ lesson, place, revision, client }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => restoreRevision(db, trainer, input, now)),
  }),
  /** Whom a publication would meet in the middle of the lesson. */
  inTheMiddle: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => learnersInTheMiddle(db, trainer, input.lesson, now)),
  }),
  publish: defineAction({
    input: z.strictObject({ lesson, revision, note, over: revision.optional() }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => publishDraft(db, trainer, input, now)),
  }),
  unpublish: defineAction({
    input: z.strictObject({ lesson, note }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => unpublishLesson(db, trainer, input, now)),
  }),
  askForReview: defineAction({
    input: z.strictObject({ lesson, revision, note }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => askForReview(db, trainer, input, randomUUID(), now)),
  }),
  review: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer) => readReview(db, trainer, input.lesson)),
  }),
  approve: defineAction({
    input: z.strictObject({ review: z.string() }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => approveDraft(db, trainer, input, now)),
  }),
  sendBack: defineAction({
    input: z.strictObject({ review: z.string(), reason: z.string().max(1000) }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => sendBackDraft(db, trainer, input, now)),
  }),
  library: defineAction({
    input: z.strictObject({ base: lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer) => mediaLibrary(db, trainer, input.base)),
  }),
  orderLessons: defineAction({
    input: z.strictObject({ course: lesson, lessons: z.array(lesson).max(500) }),
    handler: (input, context) => asTrainer(context, (db, trainer) => orderLessons(db, trainer, input)),
  }),
};
