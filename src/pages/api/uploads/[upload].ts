import type { APIRoute } from 'astro';
import { discardUpload } from '../../../domain/lessons/media/discard-upload.ts';
import { finishUpload } from '../../../domain/lessons/media/finish-upload.ts';
import { receivePart } from '../../../domain/lessons/media/receive-part.ts';
import { reply } from '../_request.ts';
import { answerTrainer } from './_trainer.ts';

/** `?first=<n>` with the file's bytes from there → `{ok,received}`; 409 with `received` when they do not join on. */
export const PATCH: APIRoute = async (context) => {
  const first = Number(context.url.searchParams.get('first') ?? Number.NaN);
  if (!Number.isSafeInteger(first) || first < 0) return reply(400, { ok: false, reason: 'not-a-request' });
  const bytes = await context.request.bytes().catch(() => null);
  if (!bytes) return reply(400, { ok: false, reason: 'not-a-request' });
  return answerTrainer(context, (db, trainer, now) => receivePart(db, trainer, { id: context.params.upload ?? '', first, bytes }, now));
};

/** Everything is sent → `{ok,medium}`, or why kiosks could not show it. */
export const POST: APIRoute = (context) =>
  answerTrainer(context, (db, trainer, now) => finishUpload(db, trainer, context.params.upload ?? '', now));

export const DELETE: APIRoute = (context) =>
  answerTrainer(context, (db, trainer) => discardUpload(db, trainer, context.params.upload ?? ''));
