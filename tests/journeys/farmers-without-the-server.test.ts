import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { publishLanguageFile } from '../../src/domain/lessons/publish-language-file.ts';
import { listKiosks } from '../../src/domain/people/kiosks/list-kiosks.ts';
import { revokeKiosk } from '../../src/domain/people/kiosks/revoke-kiosk.ts';
import { removeLearner } from '../../src/domain/people/roster/remove-learner.ts';
import { learnToTheFinish } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type FarmerWithPin, farmerWithPin } from '../support/farmer-with-pin.ts';
import { type Office, startOffice } from '../support/office.ts';
import { pairKiosk } from '../support/pair-kiosk.ts';

const PIN = '8305';
const LESSON = 'pen-space';

/** One kiosk loses its server for a day; the tests go through that day and the next morning, in order. */
describe('farmers at a kiosk whose server is away', () => {
  let office: Office;
  let db: Database;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let kioskId: string;
  let diligent: FarmerWithPin;
  let mistaken: FarmerWithPin;
  let removed: FarmerWithPin;

  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 2);
    [diligent, mistaken, removed] = (await Promise.all(
      ['乌兰', '其木格', '赵大山'].map((name) => farmerWithPin(office, db, name, PIN)),
    )) as [FarmerWithPin, FarmerWithPin, FarmerWithPin];
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    kioskId = await pairKiosk(page, office, db);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await office?.server.stop();
  });

  const url = (path: string) => office.server.url + path;
  const system = () => office.township.system;

  /** From the welcome page to the finish of the lesson, by village, number and PIN. Gives everything the pages showed. */
  async function takeTheLesson(farmer: FarmerWithPin, pin: string): Promise<string> {
    let shown = '';
    const look = async () => {
      shown += await page.locator('body').innerText();
    };
    await page.goto(url('/'));
    await look();
    await page.goto(url(`/zh/sign-in/?back=/zh/lessons/${LESSON}/`));
    await page.locator('[data-village]', { hasText: '青山村' }).click();
    for (const digit of farmer.number + pin) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-signed-in]:visible').waitFor();
    await look();
    await page.locator('[data-begin]:visible').first().click();
    await learnToTheFinish(page, 'right');
    await page.locator('[data-done-here]', { hasText: '1' }).waitFor();
    // While it is trying again it says only that everything is saved.
    await page.locator('furrow-status', { hasText: '条等着送出' }).waitFor();
    await look();
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('[data-signed-out] a:visible').first().waitFor();
    return shown;
  }

  const sittingsOf = (farmer: FarmerWithPin) => db.selectFrom('sitting').select('id').where('learner_id', '=', farmer.learnerId).execute();
  const inDoubt = () => db.selectFrom('quarantined_sitting').select(['reason', 'presumed_learner_id']).orderBy('reason').execute();

  it('sign in by village, number and PIN and take a whole lesson: no name, no earlier progress, no verdict on the PIN', async () => {
    // The server had a farmer of this kiosk's before, so that there is progress to show.
    await context.setOffline(true);
    const right = await takeTheLesson(diligent, PIN);
    const wrong = await takeTheLesson(mistaken, '9053');
    const gone = await takeTheLesson(removed, PIN);
    for (const [farmer, shown] of [
      [diligent, right],
      [mistaken, wrong],
      [removed, gone],
    ] as const) {
      expect(shown).not.toContain(farmer.name);
      expect(shown).toContain('条等着送出');
      expect(shown).not.toMatch(/密码不对/);
    }
    expect(await db.selectFrom('sitting').select('id').execute()).toEqual([]);
  }, 120_000);

  it('meanwhile the lesson is published anew and one farmer leaves the roster; the next morning each sitting lands where it belongs', async () => {
    const source = new TextEncoder().encode(`${(await shippedText()).trimEnd()}\n\n还有不懂的，问教员。\n`);
    const published = await publishLanguageFile(db, system(), { lessonId: LESSON, language: 'zh', source, note: '' }, new Date());
    expect(published).toMatchObject({ ok: true, version: 2 });
    await removeLearner(db, office.township.administrator, removed.learnerId, new Date());
    await context.setOffline(false);
    await page.goto(url('/'));
    await expect.poll(async () => (await inDoubt()).length, { timeout: 60_000 }).toBe(2);
    // His, of the version he had before him, although kiosks show another one now.
    expect(await sittingsOf(diligent)).toHaveLength(1);
    const state = await db.selectFrom('lesson_state').selectAll().where('learner_id', '=', diligent.learnerId).executeTakeFirstOrThrow();
    expect(state).toMatchObject({ version: 1, completed_version: 1 });
    expect(await inDoubt()).toEqual([
      { reason: 'farmer-removed', presumed_learner_id: removed.learnerId },
      { reason: 'wrong-pin', presumed_learner_id: mistaken.learnerId },
    ]);
    const cookie = await office.signIn('teacher');
    const html = await (await fetch(url('/trainer/quarantine/?language=zh'), { headers: { cookie } })).text();
    expect(html).toContain('断网时按的密码不对。');
    expect(html).toContain('这位农民已经移出名册。');
  }, 120_000);

  it('a kiosk revoked meanwhile keeps what it holds and says so; paired again it sends all of it', async () => {
    await context.setOffline(true);
    await takeTheLesson(diligent, PIN);
    await revokeKiosk(db, system(), kioskId, new Date());
    await context.setOffline(false);
    await page.goto(url('/'));
    await page.locator('furrow-status', { hasText: '这台学习机停用了。学过的都存在这里' }).waitFor({ timeout: 60_000 });
    expect(await sittingsOf(diligent)).toHaveLength(1);
    expect((await listKiosks(db, system())).find(({ id }) => id === kioskId)?.revokedAt).toBeTruthy();
    await pairKiosk(page, office, db, '前厅，又配对');
    await page.goto(url('/'));
    await expect.poll(async () => (await sittingsOf(diligent)).length, { timeout: 60_000 }).toBe(2);
  }, 180_000);

  async function shippedText(): Promise<string> {
    const row = await db.selectFrom('lesson_version').select('zh_source').where('lesson_id', '=', LESSON).executeTakeFirstOrThrow();
    return row.zh_source;
  }
});
