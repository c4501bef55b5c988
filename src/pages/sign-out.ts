import type { APIRoute } from 'astro';
import { endSession } from '../domain/people/sessions/end-session.ts';

/** Ends the account's session; a link that is merely followed ends nothing. */
export const POST: APIRoute = async ({ cookies, locals, redirect }) => {
  const session = cookies.get('furrow_session')?.value;
  if (session) await endSession(locals.db, session);
  cookies.delete('furrow_session', { path: '/' });
  return redirect('/sign-in/', 303);
};

export const GET: APIRoute = ({ redirect }) => redirect('/sign-in/', 303);
