import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import { createKiosk } from '../../src/domain/people/kiosks/create-kiosk.ts';
import { addLearner } from '../../src/domain/people/roster/add-learner.ts';
import { issueOneTimeCodes } from '../../src/domain/people/roster/issue-one-time-codes.ts';
import { issueSetupCode } from '../../src/domain/people/townships/issue-setup-code.ts';
import { setUpTownship } from '../../src/domain/people/townships/set-up-township.ts';
import { listVillages } from '../../src/domain/people/villages/list-villages.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { answer } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const PIN = '8305';
const BIRTH_YEAR = 1968;
const LESSON = '/zh/lessons/pen-space/';

describe('a farmer on a new kiosk of a real township', () => {
  let server: RunningServer;
  let db: Database;
  let township: { townshipId: string; villageId: string };
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    db = connect(server.databaseUrl ?? '', 2);
    browser = await launchBrowser();
    const made = await setUpTownship(
      db,
      {
        code: await issueSetupCode(db),
        administrator: { username: 'admin', displayName: '管理员', password: 'long enough words' },
        township: { nameZh: '沙海镇', nameEn: 'Shahai' },
        villages: [
          { nameZh: '青山村', nameEn: 'Qingshan' },
          { nameZh: '木头营子村', nameEn: 'Mutouyingzi' },
        ],
        baseIds: ['mutouyingzi'],
        firstKiosk: { name: '前厅', baseId: 'mutouyingzi' },
      },
      new Date(),
    );
    if (!made.ok) throw new Error(made.reason);
    const { townshipId } = made;
    const imported = await importCourses(db, { kind: 'system', townshipId }, 'content', new Date(), { bases: ['mutouyingzi'] });
    expect(imported.ok).toBe(true);
    const [village] = await listVillages(db, townshipId, new Date().toISOString().slice(0, 10));
    township = { townshipId, villageId: village?.id ?? '' };
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const system = () => ({ kind: 'system' as const, townshipId: township.townshipId });

  async function newFarmer(name: string): Promise<{ learnerId: string; number: string; code: string }> {
    const { villageId } = township;
    const now = new Date();
    const person = { name, birthYear: BIRTH_YEAR, villageId, since: '2026-01-01' };
    const added = await addLearner(db, system(), person, now);
    if (!added.ok) throw new Error(added.reason);
    const [issued] = await issueOneTimeCodes(db, system(), [added.learnerId], now, loadSecrets(server.dataDir));
    return { learnerId: added.learnerId, number: added.number, code: issued?.code ?? '' };
  }

  async function pair(): Promise<void> {
    const kiosk = await createKiosk(db, system(), { name: `学习机 ${Math.random()}`, baseId: 'mutouyingzi' }, new Date());
    if (!kiosk.ok) throw new Error(kiosk.reason);
    await page.goto(`${server.url}/zh/pair/`);
    await page.locator('#pairing-code').fill(kiosk.pairingCode);
    await page.locator('furrow-pair button').click();
    await page.waitForURL('**/zh/kiosk/');
    await page.goto(`${server.url}/`);
    await page.waitForURL('**/zh/bases/mutouyingzi/');
  }

  async function touch(digits: string): Promise<void> {
    for (const digit of digits) await page.locator(`[data-key="${digit}"]`).click();
  }
  const heading = (text: string) => page.locator('h1:visible', { hasText: text }).waitFor();
  const message = (text: string) => page.locator('[data-panel="keys"] [data-message]', { hasText: text }).waitFor();

  async function choosePin(farmer: { number: string; code: string }): Promise<void> {
    await page.locator('[data-village]', { hasText: '青山村' }).click();
    await page.locator('[data-first-time]').click();
    await touch(farmer.number);
    await touch(farmer.code);
    await touch(PIN);
    await touch(PIN);
    await page.locator('[data-yes]').waitFor();
  }

  async function answerOrRead(): Promise<void> {
    const verdict = await answer(page, 'right');
    if (verdict !== null) expect(verdict).toContain('✓');
    await page.locator('[data-next]').click();
  }
  async function takeTheRest(): Promise<void> {
    for (let step = 0; step < 40 && (await page.locator('.finish').isHidden()); step += 1) await answerOrRead();
  }

  const verbs = async (learnerId: string) =>
    (
      await db
        .selectFrom('learning_record')
        .innerJoin('sitting', 'sitting.id', 'learning_record.sitting_id')
        .select(['learning_record.verb', 'learning_record.seq'])
        .where('sitting.learner_id', '=', learnerId)
        .orderBy('learning_record.seq')
        .execute()
    ).map(({ verb, seq }) => `${seq} ${verb}`);

  it('chooses a base on a browser that is no kiosk, and is told when a pairing code is wrong', async () => {
    await page.goto(`${server.url}/`);
    await heading('您在哪个基地');
    await page.goto(`${server.url}/zh/pair/`);
    await page.locator('#pairing-code').fill('WRNGCDE2');
    await page.locator('furrow-pair button').click();
    await page.locator('furrow-pair [data-message]', { hasText: '这个码不对' }).waitFor();
    await pair();
  }, 30_000);

  it('chooses a PIN with a one-time code: the two must agree, an easy one is refused with a reason', async () => {
    const farmer = await newFarmer('王秀兰');
    await pair();
    await page.locator('a.start:visible').click();
    await page.locator('[data-village]', { hasText: '青山村' }).click();
    await page.locator('[data-first-time]').click();
    await touch(farmer.number);
    await touch(farmer.code);
    await touch('8305');
    await touch('8306');
    await message('两遍不一样');
    for (const easy of ['1234', String(BIRTH_YEAR)]) {
      await touch(easy);
      await touch(easy);
      await message('太容易猜');
    }
    expect(await page.locator('[data-your-name]').isVisible()).toBe(false);
    await touch(PIN);
    await touch(PIN);
    await page.locator('[data-your-name]', { hasText: '王秀兰' }).waitFor();
  }, 30_000);

  it('joins a course, finishes a lesson and sees which levels moved', async () => {
    const farmer = await newFarmer('李桂芝');
    await pair();
    await page.goto(`${server.url}/zh/sign-in/?back=/zh/courses/mutton-sheep-first-steps/`);
    await choosePin(farmer);
    await page.locator('[data-yes]').click();
    await page.locator('[data-join]').click();
    await page.locator('[data-joined-message]').waitFor();
    await page.locator(`a[href="${LESSON}"]`).click();
    await page.locator('[data-begin]').click();
    await takeTheRest();
    const moved = page.locator('[data-moved]:visible', { hasText: '未开始' });
    await moved.first().waitFor();
    expect(await moved.first().textContent()).toMatch(/未开始.*→.*1 \/ \d+ 课/s);
    const next = page.locator('.after a.button:visible').first();
    expect(await next.textContent()).toContain('下一课');
  }, 40_000);

  it('is four touches, number and PIN away from the first question, and goes on at the very question where the last stay ended', async () => {
    const farmer = await newFarmer('张玉梅');
    await pair();
    await page.goto(`${server.url}/zh/sign-in/`);
    await choosePin(farmer);
    await page.locator('[data-no]').click();
    const question = page.locator('[data-screen]:not([hidden]) fieldset.question');
    let touches = 0;
    const once = async (selector: string, hasText = '') => {
      touches += 1;
      await page.locator(selector, { hasText }).first().click();
    };
    const comeIn = async () => {
      touches = 0;
      await page.goto(`${server.url}/`);
      await once('a.start:visible');
      await once('[data-village]', '青山村');
      await touch(farmer.number + PIN);
      await once('[data-yes]');
      await page.waitForURL('**/zh/lessons/**');
      await page.locator('furrow-lesson[data-ready]').waitFor();
    };
    await comeIn();
    expect(page.url()).toContain(`${LESSON}#step-1`);
    while ((await question.count()) === 0) await once('[data-next]');
    console.log(`Welcome to first question, signed in: ${touches} touches, number and PIN`);
    expect(touches).toBeLessThanOrEqual(4);
    const stoppedAt = page.url();
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('[data-signed-out]:visible').waitFor();
    await comeIn();
    expect(page.url()).toBe(stoppedAt);
    expect(await question.count()).toBe(1);
    expect(touches).toBeLessThanOrEqual(4);
  }, 30_000);

  it('goes on without a network, says what waits, and every record arrives once when it is back', async () => {
    const farmer = await newFarmer('赵春生');
    await pair();
    await page.goto(`${server.url}/zh/sign-in/?back=${LESSON}`);
    await choosePin(farmer);
    await page.locator('[data-yes]').click();
    await page.locator('[data-begin]').click();
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();
    await context.setOffline(true);
    await takeTheRest();
    await page.locator('furrow-status', { hasText: '条等着送出' }).waitFor();
    await context.setOffline(false);
    await page.locator('furrow-status', { hasText: '已送出' }).waitFor();
    await page.locator('[data-moved]:visible', { hasText: '未开始' }).first().waitFor();
    const arrived = await verbs(farmer.learnerId);
    expect(arrived[0]).toBe('0 began');
    expect(arrived.at(-1)).toMatch(/finished$/);
    expect(arrived.map((line) => Number.parseInt(line, 10))).toEqual(arrived.map((_, index) => index));
  }, 40_000);

  it('reads in its own language that a lesson is gone, with one way home', async () => {
    for (const [language, title] of [
      ['zh', '没有这一页'],
      ['en', 'There is no such page'],
    ]) {
      const answer = await page.goto(`${server.url}/${language}/lessons/no-longer-here/`);
      expect(answer?.status()).toBe(404);
      await heading(title ?? '');
      expect(await page.locator('.not-found a.button').count()).toBe(1);
    }
  }, 30_000);
});
