import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { receiveRecords } from '../../src/domain/learning/receive-records.ts';
import type { CheckedLesson } from '../../src/lesson-mdx/checked-lesson.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { answer } from '../support/answering.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type FarmerWithPin, farmerWithPin } from '../support/farmer-with-pin.ts';
import { sittingOf } from '../support/learning.ts';
import { type Office, startOffice } from '../support/office.ts';
import { pairKiosk } from '../support/pair-kiosk.ts';

const PIN = '8305';
const DAY = 24 * 3600_000;
const COURSE = 'mutton-sheep-first-steps';

describe('a farmer who understood a topic two weeks ago', () => {
  let office: Office;
  let db: Database;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 2);
    // The lessons have been out for two months.
    await db
      .updateTable('lesson_publication')
      .set({ published_at: new Date(Date.now() - 60 * DAY) })
      .execute();
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
    await pairKiosk(page, office, db);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await office?.server.stop();
  });

  /** Took every lesson of the course this many days ago, all of it right. */
  async function learnedBefore(name: string, days: number): Promise<FarmerWithPin> {
    const farmer = await farmerWithPin(office, db, name, PIN);
    const secrets = loadSecrets(office.server.dataDir);
    const sitting = sittingOf({ ...office.township, secrets }, farmer.learnerId, new Date(Date.now() - days * DAY).toISOString());
    const lessons = await db
      .selectFrom('course_lesson')
      .innerJoin('lesson_version', (join) =>
        join
          .onRef('lesson_version.township_id', '=', 'course_lesson.township_id')
          .onRef('lesson_version.lesson_id', '=', 'course_lesson.lesson_id'),
      )
      .select(['lesson_version.lesson_id', 'lesson_version.checked'])
      .where('course_id', '=', COURSE)
      .execute();
    for (const { lesson_id: lesson, checked } of lessons) {
      sitting.open(lesson);
      for (const question of (checked as CheckedLesson).questions) sitting.answer(lesson, question.id, question.right);
      sitting.finish(lesson);
    }
    const batch = { now: new Date().toISOString(), records: sitting.records };
    expect(await receiveRecords(db, office.township.kiosk, batch, new Date(), secrets)).toMatchObject({ ok: true, rejected: [] });
    return farmer;
  }
  async function comeIn({ number, name }: FarmerWithPin): Promise<void> {
    await page.goto(`${office.server.url}/zh/sign-in/?back=/zh/bases/mutouyingzi/`);
    await page.locator('[data-village]', { hasText: '青山村' }).click();
    for (const digit of number + PIN) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-yes]').click();
    await page.locator('[data-hello]', { hasText: name }).waitFor();
    await page.locator('furrow-personal[data-ready]').waitFor();
  }
  async function signOut(): Promise<void> {
    await page.locator('[data-signed-in] button', { hasText: '退出' }).click();
    await page.locator('a.start:visible').waitFor();
  }
  const offer = () => page.locator('a[data-review]');
  const atHome = async () => {
    await page.locator('.brand').click();
    await page.locator('furrow-personal[data-ready]').waitFor();
  };
  async function nextQuestion(how: 'right' | 'wrong'): Promise<void> {
    expect(await answer(page, how)).toMatch(how === 'right' ? /^✓/ : /^✗/);
    await page.locator('furrow-review [data-next]').click();
  }
  async function remembered({ learnerId }: FarmerWithPin): Promise<number> {
    const rows = await db
      .selectFrom('learner_standing')
      .select('topic')
      .where('learner_id', '=', learnerId)
      .where('base_id', '=', '')
      .where('retained_on', 'is not', null)
      .execute();
    return rows.length;
  }

  it('is offered one review a visit, goes on where it was left, and is told what was remembered', async () => {
    const farmer = await learnedBefore('乌兰', 20);
    await comeIn(farmer);
    await offer().click();
    await page.locator('furrow-review [data-begin]').click();
    await page.locator('furrow-review [data-check]').click();
    await page.locator('furrow-review [data-verdict]', { hasText: /./ }).waitFor();
    await nextQuestion('right');
    await atHome();
    await offer().click();
    await page.locator('[data-nth]', { hasText: '2' }).waitFor();
    await nextQuestion('wrong');
    expect(await page.locator('furrow-review [data-again]').count()).toBe(0);
    await nextQuestion('right');
    await page.locator('[data-right-of]:visible', { hasText: '3 题里答对 2 题' }).waitFor();
    await page.locator('[data-remembered]:visible', { hasText: '您记住了' }).waitFor();
    expect(await remembered(farmer)).toBeGreaterThan(0);
    await atHome();
    expect(await offer().isHidden()).toBe(true);
    await signOut();
  }, 60_000);

  it('is told kindly that some was forgotten, and not asked about it a second time that day', async () => {
    const farmer = await learnedBefore('其木格', 20);
    await comeIn(farmer);
    const asked = await offer().textContent();
    await offer().click();
    await page.locator('furrow-review [data-begin]').click();
    for (const how of ['wrong', 'right', 'wrong'] as const) await nextQuestion(how);
    await page.locator('[data-not-yet]:visible', { hasText: '不要紧' }).waitFor();
    expect(await remembered(farmer)).toBe(0);
    await signOut();
    await comeIn(farmer);
    // Another topic may be due.
    if (await offer().isVisible()) expect(await offer().textContent()).not.toBe(asked);
    await signOut();
  }, 60_000);

  it('keeps the answers while the network is away, and says what was remembered when it is back', async () => {
    const farmer = await learnedBefore('赵大山', 15);
    await comeIn(farmer);
    await offer().click();
    await page.locator('furrow-review [data-begin]').click();
    await nextQuestion('right');
    await context.setOffline(true);
    await nextQuestion('right');
    await nextQuestion('right');
    await page.locator('[data-later]:visible').waitFor({ timeout: 20_000 });
    expect(await page.locator('[data-remembered]').isHidden()).toBe(true);
    await context.setOffline(false);
    await page.locator('[data-remembered]:visible', { hasText: '您记住了' }).waitFor({ timeout: 90_000 });
    expect(await remembered(farmer)).toBeGreaterThan(0);
    await signOut();
  }, 120_000);

  it('is not asked on the thirteenth day', async () => {
    await comeIn(await learnedBefore('王秀兰', 12));
    expect(await offer().isHidden()).toBe(true);
    await page.goto(`${office.server.url}/zh/review/`);
    await page.locator('furrow-review[data-ready="signed-out"]').waitFor();
  }, 60_000);
});
