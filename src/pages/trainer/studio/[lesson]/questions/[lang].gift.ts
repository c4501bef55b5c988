import type { APIRoute } from 'astro';
import { exportQuestions } from '../../../../../domain/lessons/drafts/export-questions.ts';
import { PermissionDenied } from '../../../../../domain/people/permissions.ts';
import { isLanguage } from '../../../../../i18n/languages.ts';

/** The questions of a draft as a Moodle GIFT file. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { account, db } = locals;
  const { lesson = '', lang } = params;
  if (!account) return new Response(null, { status: 401 });
  if (!isLanguage(lang)) return new Response(null, { status: 404 });
  try {
    const exported = await exportQuestions(db, account, { lesson, language: lang });
    if (!exported) return new Response(null, { status: 404 });
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': `attachment; filename="${lesson}.${lang}.gift"` };
    return new Response(exported.gift, { headers });
  } catch (error) {
    if (error instanceof PermissionDenied) return new Response(null, { status: 403 });
    throw error;
  }
};
