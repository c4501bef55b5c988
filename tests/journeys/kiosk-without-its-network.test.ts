import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { publishLanguageFile } from '../../src/domain/lessons/publish-language-file.ts';
import { createKiosk } from '../../src/domain/people/kiosks/create-kiosk.ts';
import { listKiosks } from '../../src/domain/people/kiosks/list-kiosks.ts';
import { revokeKiosk } from '../../src/domain/people/kiosks/revoke-kiosk.ts';
import type { BaseState, KioskManifest } from '../../src/kiosk/base-state.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const LESSON = 'pen-space';
const LESSON_FILE = 'content/courses/mutton-sheep-first-steps/pen-space/zh.mdx';

/** The tests go through one kiosk's life, in order. */
describe('a kiosk and its network', () => {
  let office: Office;
  let db: Database;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let kioskId: string;

  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 2);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' });
    page = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await office?.server.stop();
  });

  const system = () => office.township.system;
  const url = (path: string) => office.server.url + path;
  const listed = async () => (await listKiosks(db, system())).find(({ id }) => id === kioskId);
  const courses = (text: string | RegExp) => page.locator('[data-courses]', { hasText: text }).waitFor();

  /** Touches "look for new lessons" and resolves with everything the service worker said, up to its last word. */
  async function look(): Promise<BaseState[]> {
    await page.evaluate(() => {
      const said: unknown[] = [];
      Object.assign(window, { said });
      document.addEventListener('furrow:base', (event) => said.push((event as CustomEvent).detail));
    });
    await page.locator('[data-look]').click();
    const said = await page.waitForFunction(() => {
      const { said } = window as unknown as { said: { kind: string }[] };
      return said.some(({ kind }) => kind !== 'fetching') && said;
    });
    return (await said.jsonValue()) as unknown as BaseState[];
  }

  it('is paired, says how much its base weighs, fetches it and tells the township', async () => {
    const kiosk = await createKiosk(db, system(), { name: '前厅', baseId: 'mutouyingzi' }, new Date());
    if (!kiosk.ok) throw new Error(kiosk.reason);
    kioskId = kiosk.kioskId;
    await page.goto(url('/zh/pair/'));
    await page.locator('#pairing-code').fill(kiosk.pairingCode);
    await page.locator('furrow-pair button').click();
    await page.waitForURL('**/zh/kiosk/');
    await courses(/都存好了：\d+ 项，[\d.]+ MB/);
    await page.locator('[data-name]', { hasText: '前厅' }).waitFor();
    await page.locator('[data-told]', { hasText: '已经告诉乡镇' }).waitFor();
    expect(await listed()).toMatchObject({ unsent: 0, missingItems: 0, problem: null, isPersisted: false, voices: [] });
    await expect.poll(async () => (await listed())?.items).toBeGreaterThan(20);
  }, 60_000);

  it('holds exactly what the list names, byte for byte', async () => {
    const { manifest, wrong } = await page.evaluate(async () => {
      const manifest = (await (await fetch('/api/kiosk-manifest/')).json()) as KioskManifest;
      const cache = await caches.open('furrow-base');
      const wrong: string[] = [];
      for (const { url, bytes, digest } of manifest.items) {
        const body = await (await cache.match(url))?.arrayBuffer();
        const hash = body && new Uint8Array(await crypto.subtle.digest('SHA-256', body)).toHex();
        if (body?.byteLength !== bytes || hash !== digest) wrong.push(url);
      }
      const extra = (await cache.keys()).length - manifest.items.length - 1;
      return { manifest, wrong: extra === 0 ? wrong : [...wrong, `${extra} more`] };
    });
    expect(wrong).toEqual([]);
    const urls = manifest.items.map(({ url: address }) => address);
    expect(urls).toEqual(expect.arrayContaining(['/zh/bases/mutouyingzi/', `/en/lessons/${LESSON}/`, '/zh/sign-in/', '/en/me/', '/zh/']));
    expect(urls.filter((address) => address.startsWith('/api/') || address.startsWith('/township/'))).toEqual([]);
    expect(urls.some((address) => address.startsWith('/media/'))).toBe(true);
  });

  it('shows the two reasons to go and look: no Chinese voice, and storage that may be cleared', async () => {
    await page.locator('[data-play]').click();
    await page.locator('[data-heard]', { hasText: '没有中文语音' }).waitFor();
    await page.locator('[data-row="voice-zh"] dd[data-mark="bad"]').waitFor();
    const cookie = await office.signIn('admin');
    const html = await (await fetch(url('/township/kiosks/?language=zh'), { headers: { cookie } })).text();
    expect(html).toMatch(/⚠[\s\S]*可能被清掉[\s\S]*⚠[\s\S]*没有中文/);
  });

  it('fetches the lesson’s two pages and the four of its course’s tests when its Chinese text is published anew, and shows them', async () => {
    const before = await look();
    expect(before).toMatchObject([{ kind: 'whole', missingItems: 0 }]);
    const source = (await readFile(LESSON_FILE, 'utf8')).replace(/^## .+$/m, '## 先看看圈有多大');
    const given = { lessonId: LESSON, language: 'zh' as const, source: new TextEncoder().encode(source), note: '' };
    expect(await publishLanguageFile(db, system(), given, new Date())).toMatchObject({ ok: true });
    await expect
      .poll(async () => (await (await fetch(url(`/zh/lessons/${LESSON}/`))).text()).includes('先看看圈有多大'), { timeout: 10_000 })
      .toBe(true);
    const said = await look();
    // The version stands in both pages, and in the tests before and after the course, which ask its questions; nothing else moved.
    expect(said.at(-1)).toMatchObject({ kind: 'whole', missingItems: 6, doneItems: 6 });
    await page.goto(url(`/zh/lessons/${LESSON}/`));
    expect(await page.content()).toContain('先看看圈有多大');
    await page.goto(url('/zh/kiosk/'));
    await courses('都存好了');
  }, 60_000);

  it('reports a disk that has no room, keeps what it has, and goes on when there is room', async () => {
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: office.server.url, quotaSize: 1 });
    await page.evaluate(async (lesson) => {
      const cache = await caches.open('furrow-base');
      await cache.delete(`/en/lessons/${lesson}/`);
    }, LESSON);
    expect((await look()).at(-1)).toMatchObject({ kind: 'no-room' });
    await courses('地方不够');
    await expect.poll(async () => (await listed())?.problem).toBe('no-room');
    const cookie = await office.signIn('admin');
    expect(await (await fetch(url('/township/kiosks/?language=zh'), { headers: { cookie } })).text()).toMatch(/⚠[\s\S]*地方不够/);
    await session.send('Storage.overrideQuotaForOrigin', { origin: office.server.url });
    expect((await look()).at(-1)).toMatchObject({ kind: 'whole' });
    await expect.poll(async () => (await listed())?.problem).toBeNull();
  }, 60_000);

  it('never keeps a page that is not what the list promised, as a hotel’s log-in page', async () => {
    await page.evaluate(async (lesson) => (await caches.open('furrow-base')).delete(`/zh/lessons/${lesson}/`), LESSON);
    await context.route(`**/zh/lessons/${LESSON}/`, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: 'Please log in' }),
    );
    const last = (await look()).at(-1);
    await context.unroute(`**/zh/lessons/${LESSON}/`);
    const kept = await page.evaluate(
      async (lesson) => Boolean(await (await caches.open('furrow-base')).match(`/zh/lessons/${lesson}/`)),
      LESSON,
    );
    expect([last?.kind, kept]).toEqual(['network', false]);
    expect((await look()).at(-1)).toMatchObject({ kind: 'whole' });
  }, 60_000);

  it('is told when it was revoked, and keeps its courses', async () => {
    expect(await revokeKiosk(db, system(), kioskId, new Date())).toEqual({ ok: true });
    expect((await look()).at(-1)).toMatchObject({ kind: 'not-paired' });
    await courses('没有配对，或者已经停用');
    expect(await page.evaluate(() => caches.has('furrow-base'))).toBe(true);
  }, 60_000);

  it('opens every page of its base when the server is gone, and never the browser’s error page', async () => {
    office.server.process.kill('SIGKILL');
    const course = 'mutton-sheep-first-steps';
    for (const language of ['zh', 'en']) {
      for (const path of ['bases/mutouyingzi/', `courses/${course}/`, `lessons/${LESSON}/`, 'sign-in/?back=/zh/me/', 'me/', 'kiosk/', '']) {
        const answer = await page.goto(url(`/${language}/${path}`));
        expect([path, answer?.status(), answer?.fromServiceWorker()]).toEqual([path, 200, true]);
        const broken = await page.evaluate(() =>
          [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src),
        );
        expect(broken).toEqual([]);
        expect(await page.evaluate(() => getComputedStyle(document.querySelector('.top') as Element).display)).toBe('flex');
      }
    }
    await page.goto(url('/'));
    expect(page.url()).toBe(url('/zh/bases/mutouyingzi/'));
    await page.goto(url('/?language=en'));
    expect(page.url()).toBe(url('/en/bases/mutouyingzi/'));
    for (const [path, title] of [
      ['/zh/lessons/never-seen/', '这一页还没有存到这台学习机上'],
      ['/en/lessons/never-seen/', 'This page is not on this kiosk yet'],
    ]) {
      await page.goto(url(path ?? ''));
      expect(await page.locator('h1').textContent()).toBe(title);
      await page.locator('.not-found a.button').click();
      await page.waitForURL('**/bases/mutouyingzi/');
    }
  }, 60_000);
});
