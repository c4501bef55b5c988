import type { APIRoute } from 'astro';
import { coverageReport } from '../../domain/coverage/coverage-report.ts';
import { coverageCsv } from '../../domain/coverage/csv.ts';
import { townshipDay } from '../../domain/people/calendar.ts';
import { mayDo } from '../../domain/people/permissions.ts';
import { coverageInput } from '../../layouts/coverage-query.ts';

/** The coverage table of the same address on the page, as CSV. */
export const GET: APIRoute = async ({ locals, url, redirect, rewrite }) => {
  const { account } = locals;
  if (!account) return redirect(`/sign-in/?then=${encodeURIComponent(url.pathname + url.search)}`, 303);
  if (!mayDo(account, 'coverage:read')) return rewrite('/403/');
  const input = coverageInput(url.searchParams, townshipDay(locals.now));
  const csv = coverageCsv(await coverageReport(locals.db, account, input, locals.now), locals.language);
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="coverage-${input.asOf}.csv"` };
  return new Response(csv, { headers });
};
