import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { publishLanguageFile } from '../../src/domain/lessons/publish-language-file.ts';
import { lessonFiles } from '../domain/lessons/small-content.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { farmerWithPin } from '../support/farmer-with-pin.ts';
import type { Office } from '../support/office.ts';
import { pairKiosk } from '../support/pair-kiosk.ts';
import { startSmallOffice } from '../support/small-office.ts';
import { openStudio, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';
import { dropFile } from '../support/studio-blocks.ts';

const PIN = '4826';

describe('a trainer publishes', { timeout: 90_000 }, () => {
  let office: Office;
  let browser: Browser;
  let db: Database;
  let teacher: BrowserContext;
  const complaints: string[] = [];
  beforeAll(async () => {
    [office, browser] = await Promise.all([startSmallOffice({ shade: lessonFiles(), salt: lessonFiles() }), launchBrowser()]);
    db = connect(office.server.databaseUrl ?? '', 2);
    teacher = await browser.newContext({ viewport: SIZES.office });
    await signInHere(teacher, office, 'teacher');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await office?.server.stop();
  });

  const atKiosk = async (path: string) => {
    const answer = await fetch(`${office.server.url}/zh/${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  const panel = (page: Page) => page.locator('.publish');
  const button = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
  async function write(page: Page, words: string): Promise<void> {
    await typeAtEnd(page, page.locator('.kind-text .column[data-language="zh"] .line').nth(1), words);
    await untilSaved(page);
  }
  const openPanel = (page: Page) => page.getByRole('button', { name: 'Publish…' }).click();

  it('at a base that asks for a review: another trainer sends it back with a note, reads it again and agrees', async () => {
    const admin = await browser.newContext({ viewport: SIZES.office });
    await signInHere(admin, office, 'admin');
    const rules = await admin.newPage();
    await rules.goto(`${office.server.url}/trainer/studio/?language=en`);
    const rule = rules.locator('form', { has: rules.locator('[value="mutouyingzi"]') });
    await rule.getByRole('checkbox').check();
    await rule.getByRole('button').click();
    await rules.getByText('The rule for reviews is saved').waitFor();

    const page = await openStudio(teacher, office, 'feed', { complaints });
    await write(page, '用杆秤也行。');
    await openPanel(page);
    await panel(page).getByText('Nobody is in the middle of this lesson').waitFor();
    await button(page, 'Publish').click();
    await panel(page).getByText('This base asks another trainer to read it first').waitFor();
    await panel(page).getByLabel('What changed').fill('加了杆秤');
    await button(page, 'Ask for a review').click();
    await panel(page).getByText('Sent to be read').first().waitFor();

    const colleague = await browser.newContext({ viewport: SIZES.office });
    await signInHere(colleague, office, 'colleague');
    const reviews = await colleague.newPage();
    const readReviews = () => reviews.goto(`${office.server.url}/trainer/studio/reviews/?language=en`);
    await readReviews();
    await reviews.locator('q', { hasText: '加了杆秤' }).waitFor();
    await reviews.getByRole('link', { name: 'Compared with the kiosks' }).click();
    await reviews.locator('ins', { hasText: '用杆秤也行' }).waitFor();
    await readReviews();
    await reviews.getByRole('button', { name: 'Send back' }).click();
    await reviews.locator('.notice.alert').waitFor();
    await reviews.getByLabel('What to mend').fill('说清楚哪种秤');
    await reviews.getByRole('button', { name: 'Send back' }).click();
    await reviews.getByText('Sent back, with your reason').waitFor();

    // The note meets the writer in the list and in the editor.
    const list = await teacher.newPage();
    await list.goto(`${office.server.url}/trainer/studio/?language=en`);
    await list.locator('tr[data-lesson="feed"] [data-state="sent-back"]', { hasText: '说清楚哪种秤' }).waitFor();
    await list.close();
    await openPanel(page);
    await openPanel(page);
    await panel(page).getByText('colleague sent it back: 说清楚哪种秤').waitFor();
    await write(page, '木杆秤，一百斤的。');
    await button(page, 'Publish').click();
    await button(page, 'Ask for a review').click();
    await panel(page).getByText('Sent to be read').first().waitFor();
    expect((await atKiosk('lessons/feed/')).text).not.toContain('杆秤');
    await readReviews();
    await reviews.getByRole('button', { name: 'Approve' }).click();
    await reviews.getByText('Approved. It may be published now').waitFor();
    await openPanel(page);
    await openPanel(page);
    await panel(page).getByText('colleague has read it and agrees').waitFor();
    await button(page, 'Publish').click();
    await panel(page).getByText('Published as version 2').waitFor();
    await expect.poll(async () => (await atKiosk('lessons/feed/')).text).toContain('木杆秤，一百斤的');
    await button(page, 'Publish').click();
    await panel(page).getByText('It is what the kiosks show already').waitFor();

    await rule.getByRole('checkbox').uncheck();
    await rule.getByRole('button').click();
    await rules.getByText('The rule for reviews is saved').waitFor();
    await Promise.all([admin.close(), colleague.close(), page.close()]);
  });

  it('over what somebody published meanwhile only after being told of it; both versions stay', async () => {
    const page = await openStudio(teacher, office, 'water', { complaints });
    await write(page, '我写的。');
    const source = new TextEncoder().encode((lessonFiles()['zh.mdx'] ?? '').replace('称一称，再算料。', '他发布的。'));
    const theirs = { lessonId: 'water', language: 'zh' as const, source, note: '' };
    expect(await publishLanguageFile(db, office.township.system, theirs, new Date())).toMatchObject({ ok: true });
    await openPanel(page);
    await button(page, 'Publish').click();
    await panel(page).getByText('Somebody published a version after you began').waitFor();
    expect((await atKiosk('lessons/water/')).text).not.toContain('我写的');
    await button(page, 'Publish mine all the same').click();
    await panel(page).getByText('Published as version 3').waitFor();
    await expect.poll(async () => (await atKiosk('lessons/water/')).text).toContain('我写的');
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('Version 2').first().waitFor();
    await page.close();
  });

  it('while a farmer is in the middle: the farmer finishes what was begun, and meets the new text next time', async () => {
    const farmer = await farmerWithPin(office, db, '李桂兰', PIN);
    const kiosk = await (await browser.newContext({ viewport: SIZES.kiosk })).newPage();
    await pairKiosk(kiosk, office, db);
    await kiosk.goto(`${office.server.url}/zh/sign-in/?back=/zh/lessons/shade/`);
    await kiosk.locator('[data-village]', { hasText: '青山村' }).click();
    for (const digit of farmer.number + PIN) await kiosk.locator(`[data-key="${digit}"]`).click();
    await kiosk.locator('[data-yes]').click();
    await kiosk.waitForURL('**/zh/lessons/shade/');
    await kiosk.locator('[data-begin]').click();
    await kiosk.waitForFunction(() => document.querySelector('furrow-status')?.textContent === '已送出');

    const page = await openStudio(teacher, office, 'shade', { complaints });
    await write(page, '新的一句。');
    await openPanel(page);
    await panel(page).getByText('1 person is in the middle of it. Who has it open finishes the old one').waitFor();
    await button(page, 'Publish').click();
    await panel(page).getByText('Published as version 2').waitFor();
    await expect.poll(async () => (await atKiosk('lessons/shade/')).text).toContain('新的一句');

    const screen = kiosk.locator('[data-screen]:not([hidden])');
    expect(await screen.innerText()).not.toContain('新的一句');
    await kiosk.locator('[data-next]').click();
    await screen.locator('.choice', { hasText: '称体重' }).click();
    await screen.locator('[data-check]').click();
    await kiosk.locator('[data-next]').click();
    await kiosk.locator('[data-finished]').waitFor();
    const records = () => db.selectFrom('learning_record').select(['verb', 'version']).where('lesson_id', '=', 'shade').execute();
    await expect.poll(async () => (await records()).map(({ verb }) => verb)).toContain('finished');
    expect(new Set((await records()).map(({ version }) => version))).toEqual(new Set([1]));
    await openPanel(page);
    await openPanel(page);
    await panel(page).getByText('Nobody is in the middle of this lesson').waitFor();

    await kiosk.goto(`${office.server.url}/zh/kiosk/`);
    await kiosk.locator('[data-look]').click();
    await expect
      .poll(
        async () => {
          await kiosk.goto(`${office.server.url}/zh/lessons/shade/`);
          return kiosk.content();
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toContain('新的一句');
    await Promise.all([kiosk.context().close(), page.close()]);
  });

  it('is told when the lesson grows past 1 MB, and takes it off the kiosks and shows it again', async () => {
    const page = await openStudio(teacher, office, 'salt', { complaints });
    await page.getByRole('button', { name: 'Show it as on the kiosk' }).click();
    await page.getByText(/This lesson weighs about [1-9]\d? kB/).waitFor();
    expect(await page.getByText('More than 1 MB').count()).toBe(0);
    await dropFile(page.locator('.row').nth(1), 'noise.jpg', 'image/jpeg', await heavyPicture());
    await page.locator('.preview .notice.alert', { hasText: 'More than 1 MB' }).waitFor({ timeout: 30_000 });
    expect((await atKiosk('lessons/salt/')).status).toBe(200);
    await page.getByRole('link', { name: 'History' }).click();
    await page.locator('form', { hasText: 'Take this lesson off the kiosks' }).getByLabel(/./).first().fill('改好再上');
    await page.getByRole('button', { name: 'Take this lesson off the kiosks' }).click();
    await page.getByText('It is off the kiosks').waitFor();
    await expect.poll(async () => (await atKiosk('lessons/salt/')).status).toBe(404);
    expect((await atKiosk('courses/sheep/')).text).not.toContain('/zh/lessons/salt/');
    await page.locator('.history q', { hasText: '改好再上' }).waitFor();

    await page.goto(`${office.server.url}/trainer/studio/salt/?language=en`);
    await page.locator('.studio .row').first().waitFor();
    for (const row of await page.locator('.row.kind-figure').all()) await row.getByRole('button', { name: 'Delete', exact: true }).click();
    await untilSaved(page);
    await openPanel(page);
    await button(page, 'Publish').click();
    await panel(page).getByText('Published as version').waitFor();
    await expect.poll(async () => (await atKiosk('lessons/salt/')).status).toBe(200);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** A picture that stays heavy however it is packed: noise. */
function heavyPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 70 } as const;
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
}
