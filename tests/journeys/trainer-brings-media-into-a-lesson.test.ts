import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { smallMp4, VTT } from '../support/small-media.ts';
import { openStudio, savedFiles, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';
import { addBlock, dropFile, fillBoth, photograph, writeLines } from '../support/studio-blocks.ts';

const saves = '**/_actions/studio.saveDraft**';

describe('a trainer brings pictures, recordings and videos into a lesson', { timeout: 120_000 }, () => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];
  beforeAll(async () => {
    const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    [office, browser] = await Promise.all([startOffice(), launchBrowser(microphone)]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });
  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({ viewport: SIZES.office, permissions: ['microphone'] });
    await signInHere(context, office, 'teacher');
  });
  afterEach(() => context.close());
  // Each on a lesson of its own: a draft is kept, as it should be.
  const open = (lesson: string) => openStudio(context, office, lesson, { complaints });
  const rows = (page: Page) => page.locator('.row');
  const tray = (page: Page) => page.locator('.tray li');

  it('a picture dropped twice is one picture; undo takes the block away and redo brings it with its file', async () => {
    const page = await open('ration-by-weight');
    const count = await rows(page).count();
    const bytes = await photograph('#405060');
    for (const more of [1, 2]) {
      await dropFile(rows(page).nth(2), 'IMG_1.jpg', 'image/jpeg', bytes);
      await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(count + more);
    }
    const chosen = (row: number) => rows(page).nth(row).getByRole('combobox').inputValue();
    expect(await chosen(3)).toMatch(/^IMG_1-[0-9a-f]{6}\.webp$/);
    expect(await chosen(4)).toBe(await chosen(3));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows(page).count()).toBe(count);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect
      .poll(() =>
        rows(page)
          .nth(3)
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1600);
    await fillBoth(rows(page).nth(3), 'What the picture shows', '灰天', 'Grey sky');
    await untilSaved(page);
    await page.getByText('No problems found').waitFor();
    expect(complaints).toEqual([]);
  });

  it('what no kiosk could show is refused in plain words, and the text stands as it was', async () => {
    const page = await open('drench-right');
    const count = await rows(page).count();
    const zip = Buffer.from('PK\u0003\u0004 this is no film, whatever its name says');
    await dropFile(rows(page).nth(1), 'shearing.mp4', 'video/mp4', zip);
    await tray(page).locator('.alert', { hasText: 'shearing.mp4' }).waitFor({ timeout: 20_000 });
    await tray(page).getByRole('button', { name: 'Leave it' }).click();
    await expect.poll(() => tray(page).count()).toBe(0);
    await dropFile(rows(page).nth(1), 'budget.xlsx', 'application/vnd.ms-excel', Buffer.from('PK'));
    await page.locator('.said', { hasText: 'A lesson cannot hold “budget.xlsx”' }).waitFor();
    expect(await rows(page).count()).toBe(count);
    expect(await page.locator('.studio').getAttribute('data-keep')).toBe('saved');
  });

  it('a video whose line breaks at its very end, and whose sign-in ends, goes on where it stopped; the lesson is written on meanwhile', async () => {
    const page = await open('drench-right');
    const firsts: string[] = [];
    const broken = new Set<string>();
    await page.route('**/api/uploads/**', async (route) => {
      const first = new URL(route.request().url()).searchParams.get('first');
      if (first === '512000' && !broken.has(first)) {
        broken.add(first);
        await context.clearCookies({ name: 'furrow_session' });
      } else if (first === '1024000' && !broken.has(first)) {
        broken.add(first);
        return route.abort('connectionreset');
      } else if (first !== null) firsts.push(first);
      return route.continue();
    });
    const video = await addBlock(page, 'Video');
    const film = smallMp4('avc1', 'mp4a', 1_030_000);
    await video
      .getByLabel('Video from this computer', { exact: true })
      .setInputFiles({ name: 'drench.mp4', mimeType: 'video/mp4', buffer: film });
    await tray(page).getByText('Your sign-in has ended').waitFor({ timeout: 20_000 });
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '一边传一边写。');
    await signInHere(context, office, 'teacher');
    await tray(page).getByRole('button', { name: 'Go on' }).click();
    await tray(page).getByText('The line is broken').waitFor({ timeout: 20_000 });
    await expect.poll(() => video.getByRole('combobox').first().inputValue(), { timeout: 30_000 }).toMatch(/^drench-[0-9a-f]{6}\.mp4$/);
    expect(firsts).toEqual(['0', '512000', '1024000']);
    await page.unroute('**/api/uploads/**');
    await untilSaved(page);
    const { zh } = await savedFiles(office, 'drench-right');
    expect(zh).toContain('一边传一边写。');
    expect(zh).toMatch(/<Video src="drench-[0-9a-f]{6}\.mp4"/);
  });

  it('a video with its captions and a first picture from what the base has', async () => {
    const page = await open('pen-space');
    const video = await addBlock(page, 'Video');
    const choose = (label: string, name: string, mimeType: string, buffer: Buffer, at = 0) =>
      video.getByLabel(label, { exact: true }).nth(at).setInputFiles({ name, mimeType, buffer });
    await choose('Video from this computer', 'hold.mp4', 'video/mp4', smallMp4());
    await choose('Captions from this computer', 'hold.zh.vtt', 'text/vtt', Buffer.from(VTT));
    await choose('Captions from this computer', 'hold.en.vtt', 'text/vtt', Buffer.from(VTT.replace('先把羊扶稳', 'Hold the sheep')), 1);
    await video.getByRole('button', { name: 'From what the base has' }).nth(1).click();
    const library = page.locator('dialog.library');
    await library.getByRole('searchbox').fill('no picture is called so');
    await library.getByText('Nothing has that name').waitFor();
    await library.getByRole('searchbox').fill('floor');
    await library
      .getByRole('button', { name: /Use it/ })
      .first()
      .click();
    await expect.poll(() => library.count()).toBe(0);
    await fillBoth(video, 'Heading', '把羊扶稳', 'Hold the sheep');
    await untilSaved(page);
    await page.getByText('No problems found').waitFor({ timeout: 20_000 });
    const { zh, en } = await savedFiles(office, 'pen-space');
    expect(zh).toMatch(/<Video src="hold-[0-9a-f]{6}\.mp4" poster="[^"]+\.svg" captions="hold-zh-[0-9a-f]{6}\.vtt" title="把羊扶稳" \/>/);
    expect(en).toMatch(
      /<Video src="hold-[0-9a-f]{6}\.mp4" poster="[^"]+\.svg" captions="hold-en-[0-9a-f]{6}\.vtt" title="Hold the sheep" \/>/,
    );
  });

  it('a picture is cut and pointed at with the keyboard alone; the old one stays in the base', async () => {
    const page = await open('sick-or-not');
    await dropFile(rows(page).nth(1), 'wide.jpg', 'image/jpeg', await photograph('#806040'));
    const picture = page.locator('.row.kind-figure', { has: page.locator('option', { hasText: 'wide-' }) }).first();
    await expect.poll(() => picture.getByRole('combobox').inputValue(), { timeout: 30_000 }).toMatch(/^wide-/);
    const before = await picture.getByRole('combobox').inputValue();
    await picture.getByRole('button', { name: 'Cut, point with arrows' }).press('Enter');
    const board = page.locator('dialog.workshop');
    await board.getByLabel('From the left').focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageUp');
    await board.getByRole('button', { name: 'Arrow in the middle' }).press('Enter');
    await board.getByRole('button', { name: 'Arrow in the middle' }).press('Enter');
    const arrows = board.locator('.arrow-mark');
    await arrows.last().focus();
    const shape = await arrows.last().getAttribute('points');
    await page.keyboard.press('ArrowRight');
    expect(await arrows.last().getAttribute('points')).not.toBe(shape);
    await page.keyboard.press('Delete');
    expect(await arrows.count()).toBe(1);
    await page.keyboard.press('Control+z');
    expect(await arrows.count()).toBe(2);
    await board.getByRole('button', { name: 'Use this picture' }).press('Enter');
    await expect.poll(() => picture.getByRole('combobox').inputValue(), { timeout: 30_000 }).not.toBe(before);
    const size = () =>
      picture.locator('img').evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => [naturalWidth, naturalHeight]);
    await expect.poll(async () => (await size())[1]).toBe(1200);
    expect((await size())[0]).toBeLessThan(1600);
    expect(await picture.locator('option', { hasText: before }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('a recording stays with its screen when the screens are moved, and can be taken away', async () => {
    const page = await open('selling-well');
    const headings = page.locator('.row.kind-heading');
    const first = headings.nth(0);
    await first.getByRole('button', { name: 'Read this screen aloud' }).first().click();
    await first.getByRole('button', { name: 'Record', exact: true }).click();
    await first.getByText(/[1-9] seconds/).waitFor({ timeout: 15_000 });
    await first.getByRole('button', { name: 'Done', exact: true }).click();
    await first.getByRole('button', { name: 'Keep this one' }).click();
    await first.getByRole('button', { name: 'Read it again' }).waitFor({ timeout: 20_000 });
    await untilSaved(page);
    expect((await savedFiles(office, 'selling-well')).metadata).toMatch(/zh:\s+(?:\{ )?1: narration-zh-[0-9a-f]{6}\.ogg/);

    // A new screen in front of it: it is the second now, and still has its voice.
    await rows(page).nth(1).locator('> .add .opener').click();
    await rows(page).nth(1).locator('.kinds').getByRole('button', { name: 'Screen heading' }).click();
    await writeLines(headings.nth(0), '先看看', 'Look first');
    await headings.nth(0).locator('> .add .opener').click();
    await headings.nth(0).locator('.kinds').getByRole('button', { name: 'Text' }).first().click();
    await writeLines(rows(page).nth(3), '站远一点。', 'Stand back.');
    await untilSaved(page);
    expect((await savedFiles(office, 'selling-well')).metadata).toMatch(/zh:\s+(?:\{ )?2: narration-zh-[0-9a-f]{6}\.ogg/);
    expect(await headings.nth(1).locator('audio').count()).toBe(1);
    await headings.nth(1).getByRole('button', { name: 'Take the recording away' }).click();
    await untilSaved(page);
    expect((await savedFiles(office, 'selling-well')).metadata).not.toContain('narration');
  });

  it('a picture that came while the draft could not be saved is there after the tab was closed', async () => {
    const page = await open('records-and-ear-tags');
    await page.route(saves, (route) => route.abort('connectionrefused'));
    await dropFile(rows(page).nth(1), 'alone.jpg', 'image/jpeg', await photograph('#207050'));
    const picture = (at: Page) => at.locator('.row.kind-figure', { has: at.locator('option:checked', { hasText: 'alone-' }) });
    await expect.poll(() => picture(page).count(), { timeout: 30_000 }).toBe(1);
    await fillBoth(picture(page), 'What the picture shows', '绿天', 'Green sky');
    await page.waitForTimeout(500);
    await page.close({ runBeforeUnload: false });
    const again = await open('records-and-ear-tags');
    await again.getByText('Brought back what you wrote').waitFor();
    await untilSaved(again);
    await again.getByText('No problems found').waitFor({ timeout: 20_000 });
    expect((await savedFiles(office, 'records-and-ear-tags')).zh).toMatch(/<Figure src="alone-[0-9a-f]{6}\.webp" alt="绿天" \/>/);
  });

  it('two trainers who each bring a picture of the same name keep both', async () => {
    const page = await open('choosing-the-cross');
    const other = await open('choosing-the-cross');
    await page.route(saves, (route) => route.abort('connectionrefused'));
    await dropFile(rows(page).nth(1), 'IMG_7.jpg', 'image/jpeg', await photograph('#111111'));
    await dropFile(rows(other).nth(2), 'IMG_7.jpg', 'image/jpeg', await photograph('#eeeeee'));
    const mine = (at: Page) => at.locator('.row.kind-figure', { has: at.locator('option:checked', { hasText: 'IMG_7-' }) });
    for (const [each, words] of [
      [page, '黑'],
      [other, '白'],
    ] as const) {
      await expect.poll(() => mine(each).count(), { timeout: 30_000 }).toBe(1);
      await fillBoth(mine(each), 'What the picture shows', words, words);
    }
    await untilSaved(other);
    await page.unroute(saves);
    await typeAtEnd(page, rows(page).nth(1).locator('.line').first(), '。');
    await page.locator('.conflict').waitFor({ timeout: 20_000 });
    await page.locator('.conflict').getByRole('button', { name: 'Save it like this' }).click();
    await untilSaved(page);
    const { zh } = await savedFiles(office, 'choosing-the-cross');
    const names = [...zh.matchAll(/<Figure src="(IMG_7-[0-9a-f]{6}\.webp)" alt="([黑白])"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(2);
    await page.getByText('No problems found').waitFor({ timeout: 20_000 });
    for (const row of await mine(page).all())
      await expect.poll(() => row.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  });
});
