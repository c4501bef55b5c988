import { defineAction } from 'astro:actions';
import { z } from 'zod';
import { notePresence } from '../domain/lessons/drafts/note-presence.ts';
import { openDraft } from '../domain/lessons/drafts/open-draft.ts';
import { saveDraft } from '../domain/lessons/drafts/save-draft.ts';
import { asTrainer } from './as-trainer.ts';

const lesson = z.string().max(60);
const revision = z.int().min(0);
const client = z.string().min(1).max(100);
const files = z.strictObject({ metadata: z.string(), zh: z.string(), en: z.string() });
const media = z.record(z.string().min(1).max(200), z.string().regex(/^[0-9a-f]{64}$/));

/** What the studio's editor writes and asks. Each is one verb of the domain. */
export const studio = {
  openDraft: defineAction({
    input: z.strictObject({ lesson }),
    handler: (input, context) => asTrainer(context, (db, trainer) => openDraft(db, trainer, input.lesson)),
  }),
  saveDraft: defineAction({
    input: z.strictObject({ lesson, revision, files, media, client }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => saveDraft(db, trainer, input, now)),
  }),
  presence: defineAction({
    input: z.strictObject({
      lesson,
      client,
      language: z.enum(['zh', 'en']).nullable().default(null),
      isLeaving: z.boolean().default(false),
    }),
    handler: (input, context) => asTrainer(context, (db, trainer, now) => notePresence(db, trainer, input, now)),
  }),
};
