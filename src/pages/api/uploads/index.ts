import { randomUUID } from 'node:crypto';
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { beginUpload } from '../../../domain/lessons/media/begin-upload.ts';
import { readBody, reply } from '../_request.ts';
import { answerTrainer } from './_trainer.ts';

// Not tus: its server brings a store, ids and handlers of its own that would stand beside our sessions and permissions; these three verbs do not.
const schema = z.strictObject({
  base: z.string().max(60),
  name: z.string().min(1).max(200),
  size: z.int().min(0),
  stamp: z.string().max(40).default(''),
});

/** `{base,name,size,stamp}` → `{ok,id,received,part}`: where to send the file's bytes from, and how many at a time. */
export const POST: APIRoute = async (context) => {
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const file = { ...body, name: body.name.replaceAll('\0', '') || 'file' };
  return answerTrainer(context, (db, trainer, now) => beginUpload(db, trainer, file, randomUUID(), now));
};
