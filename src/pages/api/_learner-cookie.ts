import type { APIContext } from 'astro';

const PASS_SECONDS = 12 * 3600;

/** Lets `/api/me` know who learns here; scripts never see this cookie. */
export function keepPass({ cookies, url }: APIContext, pass: string): void {
  cookies.set('furrow_learner', pass, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: url.protocol === 'https:',
    maxAge: PASS_SECONDS,
  });
}

/** Nobody learns here any more. */
export function forgetPass({ cookies }: APIContext): void {
  cookies.delete('furrow_learner', { path: '/' });
}
