import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { createKiosk } from '../../src/domain/people/kiosks/create-kiosk.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const BASE = '/zh/bases/mutouyingzi/';

/** The tests go through one kiosk's days, in order. */
describe('somebody who is not on the list', () => {
  let office: Office;
  let db: Database;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 2);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    const kiosk = await createKiosk(db, office.township.system, { name: '前厅', baseId: 'mutouyingzi' }, new Date());
    if (!kiosk.ok) throw new Error(kiosk.reason);
    await page.goto(`${office.server.url}/zh/pair/`);
    await page.locator('#pairing-code').fill(kiosk.pairingCode);
    await page.locator('furrow-pair button').click();
    await page.locator('[data-courses]', { hasText: '都存好了' }).waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await office?.server.stop();
  });

  /** From the welcome page to the surnames. */
  async function come(year: string): Promise<void> {
    await page.goto(office.server.url + BASE);
    await page.locator('a.start:visible').click();
    await page.locator('[data-new-here]').click();
    await page.locator('[data-village]', { hasText: '新民村' }).click();
    for (const digit of year) await page.locator(`[data-key="${digit}"]`).click();
  }
  async function learn(): Promise<void> {
    await page.locator('[data-start]').click();
    await page.locator('furrow-lesson[data-ready]').waitFor();
    await page.locator('[data-next]').click();
  }
  async function signOut(): Promise<void> {
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('a.start:visible').waitFor();
  }
  const newcomers = () => db.selectFrom('newcomer').select(['name', 'birth_year', 'matched_learner_id']).orderBy('arrived_at').execute();

  it('learns at once with village, year and a surname, and the kiosk shows no name', async () => {
    await come('1971');
    await page.locator('[data-surname="王"]').click();
    expect(await page.locator('[data-summary]').textContent()).toBe('新民村 · 1971 年生 · 王');
    await learn();
    expect(await page.locator('[data-signed-in] [data-name]').textContent()).toBe('学员');
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();
    expect(await newcomers()).toEqual([{ name: '王', birth_year: 1971, matched_learner_id: null }]);
    await signOut();
  }, 60_000);

  it('may write the whole name where the kiosk lets them, and the network may be away', async () => {
    await context.setOffline(true);
    await come('1965');
    await page.locator('[data-name]').first().waitFor();
    await page.locator('#new-here-name').fill(' 包乌云 ');
    await page.keyboard.press('Enter');
    await learn();
    await page.locator('furrow-status', { hasText: '等着送出' }).waitFor();
    // Said quietly, and not under the bar of the lesson.
    const line = await page.locator('furrow-status').evaluate((status) => {
      const { left, top, width, height } = status.getBoundingClientRect();
      return [document.elementFromPoint(left + width / 2, top + height / 2) === status, status.hasAttribute('data-late')];
    });
    expect(line).toEqual([true, false]);
    const kept = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('furrow');
        request.onsuccess = () => resolve(request.result);
      });
      const rows = [];
      for (const store of database.objectStoreNames)
        rows.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
        );
      database.close();
      return JSON.stringify(rows) + JSON.stringify({ ...localStorage, ...sessionStorage });
    });
    expect(kept).toContain('sealed');
    expect(kept).not.toContain('包乌云');
    await signOut();
    await context.setOffline(false);
    await expect.poll(newcomers, { timeout: 20_000 }).toMatchObject([{ name: '王' }, { name: '包乌云', birth_year: 1965 }]);
  }, 60_000);

  it('under 14 is asked to come with a guardian, and nothing is kept; an impossible year is asked again', async () => {
    const year = new Date().getFullYear();
    await come(String(year + 1));
    expect(await page.locator('[data-message]').textContent()).toContain('年份不对');
    for (const digit of String(year - 13)) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('h1', { hasText: '请大人陪您来' }).waitFor();
    expect(await page.locator('[data-start]').isVisible()).toBe(false);
    await page.locator('.is-it-you a.button:visible').click();
    await page.locator('a.start:visible').waitFor();
    expect(await newcomers()).toHaveLength(2);
  }, 60_000);

  it('is seen by staff at once, found on the roster, taken back, and added with a number', async () => {
    const [name = '', value = ''] = (await office.signIn('admin')).split('=');
    const staff = await browser.newContext({ viewport: SIZES.office });
    await staff.addCookies([{ name, value, url: office.server.url }]);
    const desk = await staff.newPage();
    await desk.goto(`${office.server.url}/township/?language=en`);
    await desk.locator('.notice', { hasText: '2 people new at a kiosk wait' }).locator('a').click();
    const wang = desk.locator('[data-newcomer]', { hasText: 'Xinmin · 1971' });
    await wang.locator('text=90 days left').waitFor();
    await wang.locator('input[name=number]').fill('999999');
    await wang.locator('button[value=match]').click();
    await desk.locator('.notice.alert', { hasText: 'Nobody on the roster has that number' }).waitFor();
    expect(await wang.locator('input[name=number]').inputValue()).toBe('999999');
    await wang.locator('input[name=number]').fill(office.farmer.number);
    await wang.locator('button[value=match]').click();
    await desk.locator('.notice.good', { hasText: '王秀英' }).waitFor();
    await desk.locator('button[value=undo]').click();
    await desk.locator('.notice.good', { hasText: 'Taken back' }).waitFor();
    await wang.locator('input[name=name]').fill('王桂芝');
    await wang.locator('button[value=add]').click();
    await desk.locator('.notice.good', { hasText: /Added 王桂芝, number \d{6}/ }).waitFor();
    const added = await db.selectFrom('learner').select(['name', 'birth_year', 'number']).where('name', '=', '王桂芝').executeTakeFirst();
    expect(added?.birth_year).toBe(1971);
    expect(await desk.locator('[data-newcomer]').count()).toBe(1);
    await staff.close();
  }, 60_000);

  it('is not shown to a trainer, who may not write the roster', async () => {
    const cookie = await office.signIn('teacher');
    const response = await fetch(`${office.server.url}/township/newcomers/`, { headers: { cookie }, redirect: 'manual' });
    expect(response.status).toBe(403);
  });
});
