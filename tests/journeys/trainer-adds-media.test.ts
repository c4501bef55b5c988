import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { smallMp4 } from '../support/small-media.ts';

describe('a trainer adds what lessons are written with', () => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  let cookie: { name: string; value: string; url: string };
  beforeAll(async () => {
    office = await startOffice();
    browser = await launchBrowser();
    const [name = '', value = ''] = (await office.signIn('teacher')).split('=');
    cookie = { name, value, url: office.server.url };
    const context = await browser.newContext({ viewport: SIZES.office, locale: 'zh-CN' });
    await context.addCookies([cookie]);
    page = await context.newPage();
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  const row = (name: string) => page.locator('.uploads li', { hasText: name });
  async function open(): Promise<void> {
    await page.goto(`${office.server.url}/trainer/media/`);
    await page.locator('furrow-media-upload[data-ready]').waitFor();
  }
  const choose = (name: string, mimeType: string, buffer: Buffer) => page.locator('#media-file').setInputFiles({ name, mimeType, buffer });

  it('a photograph, which then stands in the library, used nowhere, and can be deleted', async () => {
    await open();
    const photograph = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#3a6b35' } })
      .jpeg()
      .toBuffer();
    await choose('羊圈.jpg', 'image/jpeg', photograph);
    await row('羊圈.jpg').getByText('已添加“羊圈.webp”。').waitFor();
    await open();
    const listed = page.locator('tr', { hasText: '羊圈.webp' });
    expect(await listed.innerText()).toContain('还没用上');
    expect(await listed.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await listed.locator('summary').click();
    await listed.getByRole('button').click();
    await page.getByText('已删除。').waitFor();
    expect(await listed.count()).toBe(0);
  });

  it('a video over a line that breaks at its end: it goes on by itself and nothing is sent twice', async () => {
    await open();
    const firsts: string[] = [];
    let isBroken = false;
    await page.route('**/api/uploads/**', async (route) => {
      const first = new URL(route.request().url()).searchParams.get('first');
      if (first === '1024000' && !isBroken) {
        isBroken = true;
        return route.abort('connectionreset');
      }
      if (first !== null) firsts.push(first);
      return route.continue();
    });
    await choose('剪毛.mp4', 'video/mp4', smallMp4('avc1', 'mp4a', 1_030_000));
    await row('剪毛.mp4').getByText('网络断了').waitFor();
    await row('剪毛.mp4').getByText('已添加“剪毛.mp4”。').waitFor();
    await page.unroute('**/api/uploads/**');
    expect([isBroken, firsts]).toEqual([true, ['0', '512000', '1024000']]);
  });

  it('a video while the sign-in ends: after signing in again it goes on where it stopped', async () => {
    await open();
    await page.route('**/api/uploads/**', async (route) => {
      if (route.request().url().includes('first=512000')) await page.context().clearCookies({ name: cookie.name });
      return route.continue();
    });
    await choose('配种.mp4', 'video/mp4', smallMp4('avc1', 'mp4a', 900_000));
    await row('配种.mp4').getByText('登录过期了').waitFor();
    await page.unroute('**/api/uploads/**');
    await page.context().addCookies([cookie]);
    await row('配种.mp4').getByRole('button', { name: '接着传' }).click();
    await row('配种.mp4').getByText('已添加“配种.mp4”。').waitFor();
  });

  it('a video in a tab that is closed: what was sent is listed, and the same file goes on there', async () => {
    await open();
    const file = smallMp4('avc1', 'mp4a', 900_000);
    const chosen = { name: '圈舍.mp4', mimeType: 'video/mp4', buffer: file };
    await page.route('**/api/uploads/**', (route) => (route.request().url().includes('first=512000') ? route.abort() : route.continue()));
    await page.locator('#media-file').setInputFiles(chosen);
    await row('圈舍.mp4').getByText('网络断了').waitFor();
    await page.unroute('**/api/uploads/**');
    await open();
    expect(await row('圈舍.mp4').innerText()).toContain('已传 56%');
  });

  it('not a renamed zip, not a file of another kind: a sentence says why, and nothing of it stays', async () => {
    await open();
    await choose('假.mp4', 'video/mp4', Buffer.from('PK a renamed zip'));
    await row('假.mp4').getByText('不是视频，只是名字像').waitFor();
    await choose('教案.docx', 'application/octet-stream', Buffer.from('PK'));
    await row('教案.docx').getByText('课里用不了这种文件').waitFor();
    await open();
    expect(await page.locator('main').innerText()).not.toMatch(/假\.mp4|教案\.docx/);
  });
});
