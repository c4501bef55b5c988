import type { AstroGlobal } from 'astro';
import type { Database } from '../../db/connect.ts';
import type { AccountActor } from '../domain/people/actor.ts';
import { townshipDay } from '../domain/people/calendar.ts';
import { mayDo, type Permission, PermissionDenied } from '../domain/people/permissions.ts';
import type { Secrets } from '../domain/people/secrets.ts';
import { type OfficeWords, officeWords } from '../i18n/office/words.ts';
import type { Language } from '../lesson-mdx/checked-lesson.ts';

/** What every trainer and township page starts from. */
export interface OfficePage {
  account: AccountActor;
  townshipId: string;
  db: Database;
  secrets: Secrets;
  language: Language;
  words: OfficeWords;
  now: Date;
  today: string;
  /** The sent form; null when the page is only read. */
  form: FormData | null;
}

/**
 * Opens a page for whoever may do `permission`: a guest is sent to sign in and comes back here, anyone else gets the 403 page.
 * The page hands a Response on as it is. Every office page writes the same way: its forms POST to the page itself.
 */
export async function openOffice(astro: AstroGlobal, permission: Permission): Promise<OfficePage | Response> {
  const { account, db, secrets, language, now } = astro.locals;
  if (!account) return astro.redirect(`/sign-in/?then=${encodeURIComponent(astro.url.pathname + astro.url.search)}`, 303);
  if (!mayDo(account, permission)) return astro.rewrite('/403/');
  return {
    account,
    townshipId: account.townshipId,
    db,
    secrets,
    language,
    words: officeWords(language),
    now,
    today: townshipDay(now),
    form: await sentForm(astro.request),
  };
}

/** The fields of a POSTed form, null for any other request or a body that is not a form. */
export async function sentForm(request: Request): Promise<FormData | null> {
  if (request.method !== 'POST') return null;
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}

/** One text field, trimmed; empty when it was not sent. */
export function field(form: FormData | null, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? storable(value).trim() : '';
}

/** PostgreSQL text holds every character but NUL, which nobody types. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}

/** All texts sent under one name: ticked boxes, chosen options. */
export function fields(form: FormData | null, name: string): string[] {
  return (form?.getAll(name) ?? [])
    .filter((value) => typeof value === 'string')
    .map(storable)
    .filter((value) => value !== '');
}

/** Files that were really chosen; a browser sends an empty one for an empty field. */
export function files(form: FormData | null, name: string): File[] {
  return (form?.getAll(name) ?? []).filter((value) => value instanceof File).filter((file) => file.size > 0 || file.name !== '');
}

/** Where to go after signing in: a path of our own, never another site. */
export function ownPath(path: string | null, otherwise: string): string {
  return path !== null && /^\/[^/\\]/.test(path) ? path : otherwise;
}

/** The page an account starts from. */
export function homeOf(account: Pick<AccountActor, 'isAdministrator' | 'isStaff'>): string {
  return account.isAdministrator || account.isStaff ? '/township/' : '/trainer/';
}

/** What a write answered; `not-your-base` when the account may do this, but at another base. */
export async function atOwnBase<T>(write: Promise<T>): Promise<T | { ok: false; reason: 'not-your-base' }> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof PermissionDenied) return { ok: false, reason: 'not-your-base' };
    throw error;
  }
}
