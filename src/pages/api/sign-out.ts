import type { APIRoute } from 'astro';
import { reply } from './_request.ts';

/** A farmer's stay at this kiosk ends: the language they chose goes with them. (Who they are was never stored.) */
export const POST: APIRoute = ({ cookies }) => {
  cookies.delete('furrow_language', { path: '/' });
  return reply(200, { ok: true });
};
