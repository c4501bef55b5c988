import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import type { AccountActor } from '../../src/domain/people/actor.ts';
import { issueClassCode } from '../../src/domain/people/class-code.ts';
import { createKiosk } from '../../src/domain/people/kiosks/create-kiosk.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { addFarmer } from '../support/seed.ts';

/** The tests go through one class, in order. */
describe('a class at the kiosk', () => {
  let office: Office;
  let db: Database;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let code: string;
  let farmers: { number: string; name: string }[];

  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 2);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    const { township } = office;
    const trainer = await db.selectFrom('account').select('id').where('username', '=', 'teacher').executeTakeFirstOrThrow();
    const actor: AccountActor = { ...township.trainer, accountId: trainer.id };
    ({ code } = await issueClassCode(db, actor, new Date(), loadSecrets(office.server.dataDir)));
    farmers = [];
    for (const name of ['王秀英', '李国强', '乌云其木格']) farmers.push({ name, ...(await addFarmer(db, township, { name })) });
    const kiosk = await createKiosk(db, township.system, { name: '教室', baseId: 'mutouyingzi' }, new Date());
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

  const press = async (digits: string) => {
    for (const digit of digits) await page.locator(`.keypad [data-key="${digit}"]`).click();
  };
  const seat = (n: number) => page.locator('[data-agree] button').nth(n - 1);
  const whose = () => page.locator('[data-whose]').textContent();
  const asked = () => page.locator('[data-screen]:not([hidden]) fieldset.question');
  async function toNextQuestion(): Promise<void> {
    do await page.locator('[data-next]').click();
    while ((await asked().count()) === 0);
  }

  it('takes seats by number; a wrong digit, a seat taken twice and one person alone do not begin it', async () => {
    await page.goto(`${office.server.url}/zh/bases/mutouyingzi/`);
    await page.locator('a', { hasText: '集体学习' }).click();
    await press(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`);
    await page.locator('[data-message]', { hasText: '上课码不对' }).waitFor();
    await press(code);
    const [first] = farmers;
    await press(first?.number ?? '');
    await press(first?.number ?? '');
    await page.locator('[data-message]', { hasText: '已经坐好了' }).waitFor();
    expect(await page.locator('[data-panel="keys"] [data-start]').isDisabled()).toBe(true);
    for (const { number } of farmers.slice(1)) await press(number);
    await page.locator('[data-count]', { hasText: '已坐 3 人' }).waitFor();
  }, 60_000);

  it('calls by name who touches the own seat, and nobody else; taken back, and without a network, it is the seat', async () => {
    await page.locator('[data-to-names]').click();
    expect(await page.locator('[data-agree] button').allTextContents()).toEqual(['1 号', '2 号', '3 号']);
    await seat(1).click();
    await page.locator('[data-agree] button', { hasText: '1 号 秀英' }).waitFor();
    await seat(3).click();
    await page.locator('[data-agree] button', { hasText: '3 号 乌云其木格' }).waitFor();
    await seat(3).click();
    expect(await seat(3).textContent()).toBe('3 号');
    await context.setOffline(true);
    await seat(2).click();
    await page.locator('[data-names-message]', { hasText: '网络不通' }).waitFor();
    await context.setOffline(false);
    expect(await seat(2).getAttribute('aria-pressed')).toBe('false');
  }, 60_000);

  it('goes round by seat and by the name agreed to, with pass', async () => {
    await page.locator('[data-panel="names"] [data-start]').click();
    await page.locator('[data-signed-in] [data-name]', { hasText: '集体学习 · 3 人' }).waitFor();
    await page.locator('.tiles a').first().click();
    await page.waitForURL('**/courses/**');
    await page.locator('a[href*="/lessons/"]').first().click();
    await page.locator('[data-begin]:visible').first().click();
    while ((await asked().count()) === 0) await page.locator('[data-next]').click();
    expect(await whose()).toBe('请 1 号秀英来答');
    await page.locator('[data-pass]').click();
    expect(await whose()).toBe('请 2 号来答');
    await toNextQuestion();
    expect(await whose()).toBe('请 3 号来答');
    await toNextQuestion();
    expect(await whose()).toBe('请 1 号秀英来答');
    await asked().locator('.choice, input.number').first().click();
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();
  }, 60_000);

  it('leaves no name on the kiosk, attendance for all three, and nothing of anybody’s own', async () => {
    expect(await readable()).toContain('秀英');
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('a.start:visible').waitFor();
    const left = await readable();
    for (const trace of ['秀英', '乌云', code, ...farmers.map(({ number }) => number)]) expect(left).not.toContain(trace);
    const seats = await db.selectFrom('class_seat').select('learner_id').execute();
    expect(seats.filter(({ learner_id }) => learner_id !== null)).toHaveLength(3);
    expect(await db.selectFrom('training_class').select('confirmed_at').execute()).toMatchObject([{ confirmed_at: expect.any(Date) }]);
    expect(await db.selectFrom('lesson_state').selectAll().execute()).toEqual([]);
  }, 60_000);

  /** What the page and this browser’s storages hold as text; learning records are sealed. */
  function readable(): Promise<string> {
    return page.evaluate(async () => {
      const seen: unknown[] = [
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        history.state,
        document.documentElement.outerHTML,
      ];
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('furrow');
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames)
        seen.push(
          await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
        );
      database.close();
      return JSON.stringify(seen);
    });
  }
});
