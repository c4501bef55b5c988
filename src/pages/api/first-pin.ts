import type { APIRoute } from 'astro';
import { z } from 'zod';
import { chooseFirstPin } from '../../domain/people/choose-first-pin.ts';
import { readBody, reply } from './_request.ts';

const chosen = { code: z.string().max(12), pin: z.string().regex(/^\d{4}$/) };
const schema = z.union([
  z.object({ villageId: z.string().max(60), number: z.string().max(12), ...chosen }),
  z.object({ card: z.string().max(60), ...chosen }),
]);

/** The first time, or after a reset: a printed code and a PIN of one's own → signed in. */
export const POST: APIRoute = async (context) => {
  const { db, kiosk, now, secrets } = context.locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const outcome = await chooseFirstPin(db, kiosk, body, now, secrets);
  return reply(outcome.ok ? 200 : outcome.reason === 'wait' ? 429 : 403, outcome);
};
