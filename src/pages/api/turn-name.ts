import type { APIRoute } from 'astro';
import { z } from 'zod';
import { nameForTurn } from '../../domain/training/name-for-turn.ts';
import { readBody, reply } from './_request.ts';

const code = z.string().regex(/^[0-9]{8}$/);
const schema = z.union([z.object({ code, number: z.string().regex(/^[0-9]{6}$/) }), z.object({ code, card: z.string().max(60) })]);

/** Class code and one seat's number or card → the given name that farmer agreed to be called by. */
export const POST: APIRoute = async (context) => {
  const { db, kiosk, now, secrets } = context.locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const outcome = await nameForTurn(db, kiosk, body, now, secrets);
  return reply(outcome.ok ? 200 : outcome.reason === 'wait' ? 429 : 403, outcome);
};
