import type { APIRoute } from 'astro';
import { forgetPass } from './_learner-cookie.ts';
import { reply } from './_request.ts';

/** Ends a farmer's stay at this kiosk. */
export const POST: APIRoute = (context) => {
  forgetPass(context);
  return reply(200, { ok: true });
};
