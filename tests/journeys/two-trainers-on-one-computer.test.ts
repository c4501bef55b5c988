import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { currentDraft } from '../../src/domain/lessons/drafts/drafts-queries.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { lineWith, openStudio, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';

const LESSON = 'pen-space';
const HERS = '老师还没存上的话。';
const HIS = '主任写的话。';
const SAVES = '**/_actions/studio.saveDraft**';

describe('two trainers, one after the other, on the computer of the base', () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    office = await startOffice();
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  /** Every text on the server with who saved it. */
  const onServer = async () => {
    const db = connect(office.server.databaseUrl ?? '', 1);
    const rows = await db
      .selectFrom('draft_revision as kept')
      .innerJoin('account', 'account.id', 'kept.saved_by')
      .select(['account.username', 'kept.zh_source as zh'])
      .where('kept.lesson_id', '=', LESSON)
      .execute();
    await db.destroy();
    return rows;
  };
  const signedInAs = async (who: 'teacher' | 'admin') => {
    await context.clearCookies({ name: 'furrow_session' });
    await signInHere(context, office, who);
  };

  it('each finds their own words, none are saved under the other’s name, and the first one’s are still there', async () => {
    await signedInAs('teacher');
    const page = await openStudio(context, office, LESSON);
    const first = () => page.locator('.kind-text .line').first();
    await page.route(SAVES, (route) => route.abort());
    await typeAtEnd(page, first(), HERS);
    await page.getByText('waiting for the network').waitFor({ timeout: 20_000 });

    // He signs in; her page is still open, and the network is back.
    await signedInAs('admin');
    await page.unroute(SAVES);
    await page.getByRole('button', { name: 'Save now' }).click();
    await page.getByText('Somebody else is signed in on this computer now').waitFor({ timeout: 20_000 });
    expect(await onServer()).toEqual([]);

    // He opens the lesson in the same tab, and writes and saves.
    await page.reload();
    await page.locator('.studio .row').first().waitFor();
    expect(await page.locator('.studio').textContent()).not.toContain(HERS);
    await typeAtEnd(page, first(), HIS);
    await untilSaved(page);
    expect(await onServer()).toMatchObject([{ username: 'admin', zh: expect.not.stringContaining(HERS) }]);

    // She comes back: both texts lie before her.
    await signedInAs('teacher');
    await page.reload();
    await lineWith(page, HERS).waitFor();
    const conflict = page.getByRole('region', { name: 'Two people changed this lesson' });
    await conflict.getByText(HIS).waitFor({ timeout: 20_000 });
    await conflict.getByText(HERS).first().waitFor();
    for (const { username, zh } of await onServer()) expect(zh.includes(HERS)).toBe(username === 'teacher');
  }, 120_000);

  it('finds what the version before had kept on this computer, when copies were not yet kept by account', async () => {
    const lesson = 'drench-right';
    const db = connect(office.server.databaseUrl ?? '', 1);
    const draft = await currentDraft(db, office.township.townshipId, lesson);
    const { id: account } = await db.selectFrom('account').select('id').where('username', '=', 'teacher').executeTakeFirstOrThrow();
    await db.destroy();
    if (!draft) throw new Error('no draft');
    const { files, media } = draft;
    const left = { lesson, client: 'before', account, files: { ...files, zh: `${files.zh}\n从前写的。\n` }, media };
    const copies = [
      { ...left, base: files, revision: 0, changedAt: 1, isOnServer: false },
      { ...left, client: 'his', account: 'another', base: files, revision: 0, changedAt: 2, isOnServer: false },
    ];
    const old = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await signInHere(old, office, 'teacher');
    const page = await old.newPage();
    await page.goto(`${office.server.url}/trainer/`);
    await page.evaluate(
      (texts) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('furrow-studio', 1);
          opening.onupgradeneeded = () =>
            opening.result.createObjectStore('texts', { keyPath: ['lesson', 'client'] }).createIndex('lesson', 'lesson');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('texts', 'readwrite');
            for (const text of texts) writing.objectStore('texts').put(text);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      copies,
    );
    await page.close();
    const studio = await openStudio(old, office, lesson);
    await studio.getByText('Brought back').waitFor();
    await lineWith(studio, '从前写的。').waitFor();
    await untilSaved(studio);
    await old.close();
  }, 60_000);

  it('shows what a lesson weighs without fetching its files for that', async () => {
    await signedInAs('teacher');
    const page = await openStudio(context, office, 'ration-by-weight');
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/media/') && request.frame() === page.mainFrame() && request.resourceType() === 'fetch')
        fetched.push(request.url());
    });
    await page.getByRole('button', { name: 'Show it as on the kiosk' }).click();
    const weight = page.locator('.preview [data-weight]');
    await weight.waitFor({ timeout: 20_000 });
    expect(Number(await weight.getAttribute('data-weight'))).toBeGreaterThan(1_000);
    expect(await weight.textContent()).toMatch(/weighs about \d+ kB/);
    expect(fetched).toEqual([]);
  }, 60_000);
});
