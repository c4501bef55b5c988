import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Office } from './office.ts';

/** A browser window signed in as one of the office's trainers. */
export async function signInHere(context: BrowserContext, office: Office, who: Parameters<Office['signIn']>[0]): Promise<void> {
  const [name = '', value = ''] = (await office.signIn(who)).split('=');
  await context.addCookies([{ name, value, url: office.server.url }]);
}

/** Opens the studio on a lesson; whatever the browser complains about is added to `complaints`. */
export async function openStudio(
  context: BrowserContext,
  office: Office,
  lesson: string,
  { language = 'en', complaints = [] }: { language?: 'zh' | 'en'; complaints?: string[] } = {},
): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${office.server.url}/trainer/studio/${lesson}/?language=${language}`);
  await page.locator('.studio .row').first().waitFor();
  return page;
}

/** The line of text that holds these words now. */
export function lineWith(page: Page, words: string): Locator {
  return page.locator('.line', { hasText: words }).first();
}

/** Waits until the server has everything that was typed. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator('.studio[data-keep="saved"]').waitFor({ timeout: 20_000 });
}

export async function typeAtEnd(page: Page, line: Locator, words: string): Promise<void> {
  await line.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** The three texts as the server has them, for a comparison byte by byte. */
export async function savedFiles(office: Office, lesson: string): Promise<Record<'metadata' | 'zh' | 'en', string>> {
  const { connect } = await import('../../db/connect.ts');
  const db = connect(office.server.databaseUrl ?? '', 1);
  const row = await db
    .selectFrom('draft_revision')
    .select(['metadata_source as metadata', 'zh_source as zh', 'en_source as en'])
    .where('lesson_id', '=', lesson)
    .where('kind', '!=', 'lost')
    .orderBy('revision', 'desc')
    .executeTakeFirst();
  await db.destroy();
  expect(row).toBeDefined();
  return row ?? { metadata: '', zh: '', en: '' };
}
