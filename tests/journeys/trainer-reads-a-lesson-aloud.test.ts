import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { currentDraft } from '../../src/domain/lessons/drafts/drafts-queries.ts';
import { publishDraft } from '../../src/domain/lessons/drafts/publish-draft.ts';
import { readRecordings } from '../../src/lesson-mdx/blocks/recordings.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const LESSON = 'pen-space';

describe('a trainer reads a lesson aloud', () => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    office = await startOffice();
    browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
    const [name = '', value = ''] = (await office.signIn('teacher')).split('=');
    const context = await browser.newContext({ viewport: SIZES.office, locale: 'zh-CN', permissions: ['microphone'] });
    await context.addCookies([{ name, value, url: office.server.url }]);
    page = await context.newPage();
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  it('with a microphone: levels, trim, and the draft names the recording; what is kept plays and says its length', async () => {
    await page.goto(`${office.server.url}/trainer/studio/${LESSON}/narration/`);
    const screen = page.locator('.narration > li').nth(1);
    await screen.getByRole('button', { name: '开始录' }).click();
    // The fake microphone beeps once a second.
    await page.waitForFunction(() => (document.querySelector('meter')?.value ?? 0) > 0.05);
    await screen.getByText(/已录 ([2-9]|\d\d) 秒/).waitFor();
    await screen.getByRole('button', { name: '录好了' }).click();
    const end = screen.getByLabel('到第几秒为止');
    await end.waitFor();
    await end.focus();
    for (let press = 0; press < 5; press += 1) await end.press('ArrowLeft');
    const length = Number(await end.inputValue());
    await screen.getByRole('button', { name: '用这一段' }).click();
    await screen.getByText('已保存到草稿里').waitFor();
    await page.reload();
    const audio = screen.locator('audio');
    await audio.evaluate(
      (sound: HTMLAudioElement) =>
        new Promise((resolve) => {
          sound.addEventListener('loadedmetadata', resolve);
          sound.preload = 'metadata';
          sound.load();
        }),
    );
    const seconds = await audio.evaluate((sound: HTMLAudioElement) => sound.duration);
    expect(Math.abs(seconds - length)).toBeLessThan(0.2);
    expect(length).toBeGreaterThan(1);
    const heard = await audio.evaluate((sound: HTMLAudioElement) =>
      sound.play().then(() => new Promise((resolve) => sound.addEventListener('ended', () => resolve(true)))),
    );
    expect(heard).toBe(true);
  });

  it('and a farmer hears it at the kiosk once the draft is published, not before', async () => {
    const address = `${office.server.url}/zh/lessons/${LESSON}/#step-1`;
    const screen = page.locator('[data-screen]').nth(1);
    await page.goto(address);
    expect(await screen.getAttribute('data-sound')).toBeNull();
    const db = connect(office.server.databaseUrl ?? '');
    const { administrator, townshipId } = office.township;
    const draft = await currentDraft(db, townshipId, LESSON);
    const input = { lesson: LESSON, revision: draft?.revision ?? 0, note: '' };
    expect(await publishDraft(db, administrator, input, new Date())).toMatchObject({ ok: true, version: 2 });
    await db.destroy();
    await page.waitForFunction(async (url) => (await (await fetch(url)).text()).includes('data-sound'), address);
    await page.reload();
    await page.locator('furrow-lesson[data-ready]').waitFor();
    const recording = draft?.media[readRecordings(draft.files.metadata, 'zh').get(1) ?? ''] ?? '?';
    const listen = page.locator('[data-listen]:not([data-listen-mongolian])');
    const answered = page.waitForResponse((response) => response.url().endsWith(recording));
    await listen.click();
    expect((await answered).status()).toBe(206);
    await listen.getByText((await listen.getAttribute('data-stop')) ?? '?').waitFor();
  });
});
