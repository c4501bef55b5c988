import type { APIRoute } from 'astro';
import { listBases } from '../domain/lessons/list-bases.ts';

/** To this kiosk's base, in its language unless another was chosen; a browser that is no kiosk chooses a base. */
export const GET: APIRoute = async ({ locals, cookies, redirect, url }) => {
  const { db, kiosk, townshipId } = locals;
  if (!townshipId) return redirect('/set-up/');
  if (!kiosk) return redirect(`/${locals.language}/`);
  const base = (await listBases(db, townshipId)).find(({ id }) => id === kiosk.baseId);
  const isChosen = url.searchParams.has('language') || cookies.has('furrow_language');
  const language = isChosen || !base ? locals.language : base.language;
  return redirect(`/${language}/bases/${kiosk.baseId}/`);
};
