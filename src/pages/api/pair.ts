import type { APIRoute } from 'astro';
import { z } from 'zod';
import { pairKiosk } from '../../domain/people/kiosks/pair-kiosk.ts';
import { readBody, reply } from './_request.ts';

const schema = z.object({ code: z.string().max(20) });
const LONGEST_SECONDS = 400 * 24 * 3600; // a browser keeps no cookie longer

/** The code that staff made for this kiosk → its credential, in a cookie. */
export const POST: APIRoute = async (context) => {
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const outcome = await pairKiosk(context.locals.db, body, context.locals.now);
  if (!outcome.ok) return reply(outcome.reason === 'wait' ? 429 : 403, outcome);
  const secure = context.url.protocol === 'https:';
  context.cookies.set('furrow_kiosk', outcome.credential, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: LONGEST_SECONDS });
  return reply(200, { ok: true, name: outcome.kiosk.name, baseId: outcome.kiosk.baseId });
};
