import type { APIRoute } from 'astro';
import { receiveRecords } from '../../domain/learning/receive-records.ts';
import { readJson, reply } from './_request.ts';

/** A batch of learning records with the kiosk's credential; each record gets its own verdict. */
export const POST: APIRoute = async (context) => {
  const { db, kiosk, now, secrets } = context.locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const outcome = await receiveRecords(db, kiosk, await readJson(context), now, secrets);
  return reply(outcome.ok ? 200 : 400, outcome);
};
