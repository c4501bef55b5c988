import { defineMiddleware, sequence } from 'astro:middleware';
import type { APIContext, MiddlewareNext } from 'astro';
import { demoKioskId } from './domain/people/kiosks/demo-kiosk.ts';
import { issueKioskCredential } from './domain/people/kiosks/issue-kiosk-credential.ts';
import { readKiosk } from './domain/people/kiosks/read-kiosk.ts';
import { readPass } from './domain/people/passes.ts';
import { readSession } from './domain/people/sessions/read-session.ts';
import { serverContext } from './server/server-context.ts';

const PASS_HOURS = 12;
const YEAR_SECONDS = 400 * 24 * 3600; // the longest a browser keeps a cookie

/** Who is asking, from which kiosk, in which language. Pages under /zh/ and /en/ are the same for everyone and ask nothing. */
export const onRequest = sequence(
  defineMiddleware(refuseForeignOrigin),
  defineMiddleware(dropNul),
  defineMiddleware(identify),
  defineMiddleware(hardenHeaders),
);

/** Astro's own check lets JSON pass; this one covers every unsafe method. A request without browser headers carries no ambient cookie. */
async function refuseForeignOrigin(context: APIContext, next: MiddlewareNext) {
  const { method, headers } = context.request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return next();
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isForeign = (site !== null && site !== 'same-origin' && site !== 'none') || (origin !== null && origin !== context.url.origin);
  if (isForeign) return Response.json({ reason: 'foreign-origin' }, { status: 403 });
  return next();
}

/** No address of ours has a NUL in it, and PostgreSQL takes none: the same address without it is asked for instead. */
async function dropNul(context: APIContext, next: MiddlewareNext) {
  const { origin, pathname, search } = context.url;
  if (pathname.includes('%00')) return new Response(null, { status: 404 });
  // With our own origin in front: a path that begins with two slashes alone would lead to another site.
  return search.includes('%00') ? context.redirect(origin + pathname + search.replaceAll('%00', ''), 303) : next();
}

async function identify(context: APIContext, next: MiddlewareNext) {
  const { locals, cookies, url } = context;
  const server = serverContext();
  locals.db = server.db;
  locals.secrets = server.secrets;
  locals.isDemo = server.env.isDemo;
  locals.now = new Date();
  locals.townshipId = await server.townshipId();
  locals.account = null;
  locals.kiosk = null;
  locals.learner = null;
  locals.language = languageOf(context);

  if (isSameForEveryone(url.pathname)) return next();

  const chosen = url.searchParams.get('language');
  if (chosen === 'zh' || chosen === 'en') {
    locals.language = chosen;
    cookies.set('furrow_language', chosen, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
  }

  const session = cookies.get('furrow_session')?.value;
  if (session) await identifyAccount(context, session);

  const credential = cookies.get('furrow_kiosk')?.value;
  if (credential) locals.kiosk = await readKiosk(server.db, credential);
  if (!locals.kiosk && server.env.isDemo && locals.townshipId) await pairDemoBrowser(context);

  // In a header, not in a cookie: nothing of a farmer is stored on the kiosk.
  const pass = /^Bearer (\S+)$/.exec(context.request.headers.get('authorization') ?? '')?.[1];
  const who = pass ? readPass(server.secrets, pass) : null;
  if (who && locals.kiosk?.kioskId === who.kioskId && locals.now.getTime() - who.issuedAt.getTime() < PASS_HOURS * 3600_000) {
    locals.learner = { kind: 'learner', townshipId: who.townshipId, learnerId: who.learnerId, kioskId: who.kioskId };
  }
  return next();
}

/** A session that was renewed by being used gets a cookie that lasts as long. */
async function identifyAccount({ locals, cookies, url }: APIContext, sessionId: string) {
  const session = await readSession(locals.db, sessionId, locals.now);
  locals.account = session?.actor ?? null;
  if (!session?.renewedUntil) return;
  const secure = url.protocol === 'https:';
  cookies.set('furrow_session', sessionId, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: session.renewedUntil });
}

/** In the demo this browser is a kiosk by itself: no code to type. */
async function pairDemoBrowser({ locals, cookies, url }: APIContext) {
  const townshipId = locals.townshipId;
  if (!townshipId || (url.pathname !== '/' && !url.pathname.startsWith('/api/'))) return;
  if (/^\/api\/(health|records)\b/.test(url.pathname)) return;
  const kioskId = await demoKioskId(locals.db, townshipId);
  if (!kioskId) return;
  const credential = await issueKioskCredential(locals.db, { kind: 'system', townshipId }, kioskId, locals.now);
  const secure = url.protocol === 'https:';
  cookies.set('furrow_kiosk', credential, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure, httpOnly: true });
  locals.kiosk = await readKiosk(locals.db, credential);
}

async function hardenHeaders(_context: APIContext, next: MiddlewareNext) {
  const response = await next();
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('X-Frame-Options', 'SAMEORIGIN');
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** The path says it for learners; the cookie, the account, then Accept-Language for everyone else. */
function languageOf({ url, cookies, request }: APIContext): 'zh' | 'en' {
  if (url.pathname.startsWith('/zh/')) return 'zh';
  if (url.pathname.startsWith('/en/')) return 'en';
  const kept = cookies.get('furrow_language')?.value;
  if (kept === 'zh' || kept === 'en') return kept;
  const accepted = request.headers.get('accept-language') ?? '';
  const zh = accepted.search(/\bzh\b/i);
  const en = accepted.search(/\ben\b/i);
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh';
}

function isSameForEveryone(path: string): boolean {
  return path.startsWith('/zh/') || path.startsWith('/en/') || path.startsWith('/media/');
}
