import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { setCardNeedsPin } from '../../src/domain/people/cards/card-rule.ts';
import { issueCards } from '../../src/domain/people/cards/issue-cards.ts';
import { voidCards } from '../../src/domain/people/cards/void-cards.ts';
import { chooseFirstPin } from '../../src/domain/people/choose-first-pin.ts';
import { issueOneTimeCodes } from '../../src/domain/people/roster/issue-one-time-codes.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { filmQrCode } from '../support/fake-camera.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { learnerAt } from '../support/stay.ts';

const PIN = '8305';
const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

describe('a farmer with a card', () => {
  let server: RunningServer;
  let db: Database;
  let township: SeededTownship;
  let folder: string;
  /** Holds the card of `holder` before its camera. */
  let withCard: Browser;
  let holder: { learnerId: string; number: string; code: string; card: string };
  let context: BrowserContext;
  let page: Page;
  let farmers = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'furrow-film-'));
    const made: { township?: SeededTownship } = {};
    server = await startServer({
      prepare: async (databaseUrl) => {
        const seeding = connect(databaseUrl);
        made.township = await seedTownship(seeding);
        await importCourses(seeding, made.township.system, 'content', new Date(), { bases: ['mutouyingzi'] });
        await seeding.destroy();
      },
    });
    if (!made.township) throw new Error('the township was not made');
    township = made.township;
    db = connect(server.databaseUrl ?? '', 2);
    holder = await farmerWithPin('王秀兰');
    withCard = await browserThatSees(holder.card);
  }, 120_000);
  afterAll(async () => {
    await withCard?.close();
    await db?.destroy();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => open(withCard));
  afterEach(() => context.close());

  async function newFarmer(name: string) {
    const farmer = await addFarmer(db, township, { name, birthYear: 1970 });
    // Numbers are random: these must not contain the PIN.
    farmers += 1;
    const number = `57204${farmers}`;
    await db.updateTable('learner').set({ number }).where('id', '=', farmer.learnerId).execute();
    const now = new Date();
    const [card] = await issueCards(db, township.administrator, [farmer.learnerId], now);
    const [issued] = await issueOneTimeCodes(db, township.administrator, [farmer.learnerId], now, loadSecrets(server.dataDir));
    return { ...farmer, number, card: card?.token ?? '', code: issued?.code ?? '' };
  }
  async function farmerWithPin(name: string) {
    const farmer = await newFarmer(name);
    const first = { villageId: township.villageIds[0], number: farmer.number, code: farmer.code, pin: PIN };
    const chosen = await chooseFirstPin(db, township.kiosk, first, new Date(), loadSecrets(server.dataDir));
    if (!chosen.ok) throw new Error(chosen.reason);
    return farmer;
  }
  function browserThatSees(text: string): Promise<Browser> {
    const film = join(folder, `${text.slice(-6)}.y4m`);
    filmQrCode(film, text);
    const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
    return launchBrowser(fake);
  }
  async function open(browser: Browser): Promise<void> {
    // Requests of a service worker pass by the routes below, which take the server away.
    const serviceWorkers = 'block';
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN', bypassCSP: true, serviceWorkers });
    await context.addCookies([{ name: 'furrow_kiosk', value: township.kioskCredential, url: server.url }]);
    page = await context.newPage();
    await page.goto(`${server.url}/zh/sign-in/`);
  }
  async function touch(digits: string): Promise<void> {
    for (const digit of digits) await page.locator(`[data-key="${digit}"]`).click();
  }
  /** What a USB scanner does: every digit within milliseconds, then Enter. */
  async function scan(card: string): Promise<void> {
    await page.keyboard.type(card, { delay: 4 });
    await page.keyboard.press('Enter');
  }
  const heading = (text: string) => page.locator('h1:visible', { hasText: text }).waitFor();
  const message = (text: string) => page.locator('.verdict:visible', { hasText: text }).waitFor();
  const name = (text: string) => page.locator('[data-your-name]:visible', { hasText: text }).waitFor();

  it('holds it before the camera, gives the PIN and learns, without naming village or number', async () => {
    await page.locator('[data-use-card]').click();
    await heading('输入密码');
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.srcObject)).toBeNull();
    await touch('9174');
    await message('密码不对');
    expect(await page.locator('[data-your-name]').textContent()).toBe('');
    await touch(PIN);
    await name('王秀兰');
    await page.locator('[data-yes]').click();
    await page.locator('[data-signed-in]', { hasText: '王秀兰' }).waitFor();
    await expect
      .poll(async () => (await db.selectFrom('sitting').select('learner_id').execute()).map((row) => row.learner_id))
      .toEqual([holder.learnerId]);
  }, 40_000);

  it('is told that a code of something else is no card, and comes back to the villages', async () => {
    const other = await browserThatSees('https://weixin.qq.com/r/abcdef');
    await context.close();
    await open(other);
    await page.locator('[data-use-card]').click();
    await message('这不是学习卡');
    await page.locator('[data-no-card]').click();
    await heading('您是哪个村的');
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.srcObject)).toBeNull();
    await context.close();
    await other.close();
  }, 40_000);

  it('is told why when there is no camera, with the other way in', async () => {
    const blind = await launchBrowser();
    await context.close();
    await open(blind);
    await page.locator('[data-use-card]').click();
    await message('选村、输编号登录');
    expect(await page.locator('.viewfinder').isVisible()).toBe(false);
    await page.locator('[data-no-card]').click();
    await heading('您是哪个村的');
    await context.close();
    await blind.close();
  }, 40_000);

  it('has it scanned by hand, at whatever stage, and no digit of it ends up as a number or a PIN', async () => {
    const sent: unknown[] = [];
    page.on('request', (request) => request.url().includes('/api/sign-in/') && sent.push(request.postDataJSON()));
    // The Enter at the end of a scan does not press what has the focus.
    await page.locator('[data-village]').first().focus();
    await scan(holder.card);
    await heading('输入密码');
    await page.locator('[data-back]').click();
    await page.locator('[data-village]').first().click();
    await touch('12');
    await scan(holder.card);
    await heading('输入密码');
    await page.waitForTimeout(200);
    await scan(holder.card);
    await page.waitForTimeout(200);
    await heading('输入密码');
    expect(sent).toEqual([{ card: holder.card }, { card: holder.card }, { card: holder.card }]);
    expect(await page.locator('.box.full').count()).toBe(0);
    // A scanner on the radio stumbles in the middle of a card: it is read all the same.
    await page.locator('[data-back]').click();
    await page.keyboard.type(holder.card.slice(0, 9), { delay: 4 });
    await page.waitForTimeout(150);
    await scan(holder.card.slice(9));
    await heading('输入密码');
    expect(await page.locator('.box.full').count()).toBe(0);
    await scan(holder.card.slice(0, 20));
    await message('没扫清楚');
    expect(await page.locator('.box.full').count()).toBe(0);
    await page.keyboard.type(PIN, { delay: 120 });
    await name('王秀兰');
  }, 40_000);

  it('has it scanned on any page while nobody learns; one scan more where the page had to be left; never when somebody does', async () => {
    for (const path of ['/zh/bases/mutouyingzi/', '/zh/lessons/pen-space/']) {
      await page.goto(server.url + path);
      await page.locator('[data-signed-out]:visible').waitFor();
      await scan(holder.card);
      await page.waitForURL('**/zh/sign-in/**');
      expect(page.url()).not.toContain(holder.card);
      const pin = page.locator('h1:visible', { hasText: '输入密码' });
      await pin.or(page.locator('.verdict:visible', { hasText: '再扫一次' })).waitFor();
      if (!(await pin.isVisible())) await scan(holder.card);
      await heading('输入密码');
      const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]));
      expect(kept).not.toContain(holder.card);
    }
    await touch(PIN);
    await name('王秀兰');
    await page.locator('[data-yes]').click();
    await page.locator('[data-signed-in]:visible').waitFor();
    const learning = page.url();
    await scan(holder.card);
    await page.waitForTimeout(400);
    expect(page.url()).toBe(learning);
  }, 40_000);

  it('learns without the server: card and PIN go along, no name and no verdict shows, and the sitting is theirs when it arrives', async () => {
    const farmer = await farmerWithPin('乌兰');
    // Somebody learned here before, so the kiosk knows the key its records are sealed to.
    await scan(holder.card);
    await heading('输入密码');
    await touch(PIN);
    await page.locator('[data-yes]:visible').click();
    await page.locator('[data-signed-in]:visible').waitFor();
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/lessons/pen-space/`);
    await page.route('**/api/**', (route) => route.abort());
    await scan(farmer.card);
    await heading('输入密码');
    await touch(PIN);
    await page.waitForURL(({ pathname }) => pathname === '/zh/lessons/pen-space/');
    await page.locator('[data-begin]').click();
    await page.locator('furrow-status', { hasText: '条等着送出' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('乌兰');
    const sittings = () => db.selectFrom('sitting').select('id').where('learner_id', '=', farmer.learnerId).execute();
    expect(await sittings()).toEqual([]);
    await page.unroute('**/api/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(async () => (await sittings()).length, { timeout: 10_000 }).toBe(1);
    const rows = await db.selectFrom('learning_record').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(farmer.card);
  }, 40_000);

  it('types number and PIN on a keyboard as before, slowly or in one breath', async () => {
    for (const delay of [120, 15]) {
      await page.goto(`${server.url}/zh/sign-in/`);
      await page.locator('[data-village]').first().press('Enter');
      await page.keyboard.type(holder.number + PIN, { delay });
      await name('王秀兰');
      await page.locator('[data-no]').click();
      await heading('您是哪个村的');
    }
  }, 40_000);

  it('is not let in by a card that was voided, nor by one that never was', async () => {
    const lost = await farmerWithPin('李桂芝');
    await voidCards(db, township.administrator, [lost.learnerId], new Date());
    for (const card of [lost.card, '12345678901234567890123498']) {
      await scan(card);
      await message('这张卡不能用了');
      expect(await page.locator('[data-panel="villages"]').isVisible()).toBe(true);
      await page.goto(`${server.url}/zh/sign-in/`);
    }
  }, 40_000);

  it('needs no PIN where the township says so', async () => {
    await setCardNeedsPin(db, township.administrator, false, new Date());
    await scan(holder.card);
    await name('王秀兰');
    await page.locator('[data-no]').click();
    await heading('您是哪个村的');
    expect(await learnerAt(page)).toBeNull();
    await setCardNeedsPin(db, township.administrator, true, new Date());
  }, 40_000);

  it('chooses a row of pictures with card and first-time code, and signs in with the same pictures or the digits behind them', async () => {
    const farmer = await newFarmer('赵春生');
    const picture = (name: string) => page.getByRole('button', { name }).click();
    await scan(farmer.card);
    await heading('首次码');
    await touch(farmer.code);
    await page.locator('[data-use-keys="pictures"]').click();
    for (const easy of ['铅笔', '鸭子', '耳朵', '小旗', '铅笔', '鸭子', '耳朵', '小旗']) await picture(easy);
    await message('这几个图片太容易猜');
    const row = ['葫芦', '耳朵', '鸡蛋', '秤钩'];
    for (const each of row.slice(0, 3)) await picture(each);
    expect(await page.locator('.box.full svg').count()).toBe(3);
    await picture('秤钩');
    expect(await page.locator('.box svg').count()).toBe(0);
    for (const each of row) await picture(each);
    await name('赵春生');
    await page.locator('[data-no]').click();
    await scan(farmer.card);
    await heading('输入密码');
    for (const each of row) await picture(each);
    await name('赵春生');
    await page.locator('[data-no]').click();
    await scan(farmer.card);
    await heading('输入密码');
    await touch('8305');
    await name('赵春生');
  }, 40_000);

  it('meets no accessibility fault on the way, in either language', async () => {
    const faults = () =>
      page.evaluate<string[]>(`(() => { ${AXE}; return axe.run().then((r) => r.violations.map((v) => v.id + ' ' + v.nodes[0].html)) })()`);
    const bodiless = await launchBrowser();
    for (const language of ['zh', 'en']) {
      await context.close();
      await open(bodiless);
      await page.goto(`${server.url}/${language}/sign-in/`);
      await page.locator('[data-use-card]').click();
      await page.locator('[data-camera-message]:not(:empty)').waitFor();
      expect(await faults()).toEqual([]);
      await page.locator('[data-no-card]').click();
      await page.locator('[data-village]').first().click();
      await touch(holder.number);
      expect(await faults()).toEqual([]);
      await page.locator('[data-first-time]').click();
      await touch('000000');
      await page.locator('[data-use-keys="pictures"]').click();
      expect(await faults()).toEqual([]);
    }
    await context.close();
    await bodiless.close();
  }, 60_000);
});
