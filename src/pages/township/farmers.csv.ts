import type { APIRoute } from 'astro';
import { farmersCsv } from '../../domain/coverage/csv.ts';
import { farmerRows } from '../../domain/coverage/farmer-rows.ts';
import { townshipDay } from '../../domain/people/calendar.ts';
import { mayDo } from '../../domain/people/permissions.ts';
import { coverageInput } from '../../layouts/coverage-query.ts';

/** Farmer by farmer, with the level of each awareness, as CSV. */
export const GET: APIRoute = async ({ locals, url, redirect, rewrite }) => {
  const { account } = locals;
  if (!account) return redirect(`/sign-in/?then=${encodeURIComponent(url.pathname + url.search)}`, 303);
  if (!mayDo(account, 'coverage:read')) return rewrite('/403/');
  const input = coverageInput(url.searchParams, townshipDay(locals.now));
  const csv = farmersCsv(await farmerRows(locals.db, account, input), locals.language);
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="farmers-${input.asOf}.csv"` };
  return new Response(csv, { headers });
};
