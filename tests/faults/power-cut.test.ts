import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { type KillableBrowser, launchKillable } from '../support/killable-browser.ts';
import { type RunningServer, startServer, temporaryFolder } from '../support/server.ts';

const isLong = process.env.FURROW_LONG === '1';
const CUTS = isLong ? 50 : 3;
const LESSON = '/zh/lessons/drench-right/';

interface Entry {
  id: string;
  waiting: 0 | 1;
  refused: string | null;
}

describe('the kiosk’s outbox in a real browser', () => {
  const profile = temporaryFolder();
  let server: RunningServer;
  let db: Database;
  let farmers: { village: string; number: string; pin: string }[];
  let browser: KillableBrowser | null = null;

  beforeAll(async () => {
    server = await startServer({ isDemo: true });
    db = connect(server.databaseUrl ?? '', 2);
    const printed = server.output().matchAll(/farmer\s+(\S+) (\d{6})\s+(\d{4})/g);
    farmers = Array.from(printed, ([, village = '', number = '', pin = '']) => ({ village, number, pin }));
  }, 300_000);
  afterEach(pullThePlug);
  afterAll(async () => {
    await db?.destroy();
    await server?.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  async function pullThePlug(): Promise<void> {
    await browser?.kill();
    browser = null;
  }

  async function open(): Promise<{ context: BrowserContext; page: Page }> {
    browser = await launchKillable(profile);
    const { context } = browser;
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return { context, page };
  }

  async function signInAt(page: Page, index: number): Promise<void> {
    const farmer = farmers[index % farmers.length];
    if (!farmer) throw new Error('the demo printed no farmer');
    await page.goto(`${server.url}/zh/sign-in/?back=${LESSON}`);
    await page.locator('[data-village]', { hasText: farmer.village }).first().click();
    for (const digit of farmer.number + farmer.pin) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-yes]').click();
    await page.locator('[data-begin]:visible').first().click();
    await page.locator('[data-next]:visible').waitFor();
  }

  function entries(page: Page): Promise<Entry[]> {
    return page.evaluate(
      () =>
        new Promise<Entry[]>((resolve, reject) => {
          const asked = indexedDB.open('furrow');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const all = asked.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => {
              asked.result.close();
              resolve((all.result as Entry[]).map(({ id, waiting, refused }) => ({ id, waiting, refused })));
            };
          };
        }),
    );
  }

  /** How many the line at the foot says are saved here and wait. */
  async function saidToWait(page: Page): Promise<number> {
    const line = await page.locator('furrow-status').textContent();
    return Number(/\d+/.exec(line ?? '')?.[0] ?? 0);
  }

  async function allSent(page: Page): Promise<void> {
    await expect.poll(async () => (await entries(page)).filter(({ waiting }) => waiting === 1).length, { timeout: 60_000 }).toBe(0);
  }

  async function stored(ids: string[]): Promise<string[]> {
    const rows = await db.selectFrom('learning_record').select('id').where('id', 'in', ids).execute();
    return rows.map(({ id }) => id).sort();
  }

  it(
    `killed ${CUTS} times after the screen said saved: every saved record reaches the server exactly once`,
    async () => {
      const saved = new Set<string>();
      for (let cut = 0; cut < CUTS; cut += 1) {
        const { context, page } = await open();
        await page.goto(`${server.url}/`);
        await context.route('**/api/records/', (route) => route.abort());
        await signInAt(page, cut);
        await expect.poll(() => saidToWait(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
        const said = await saidToWait(page);
        const held = (await entries(page)).filter(({ waiting }) => waiting === 1);
        expect(held.length).toBeGreaterThanOrEqual(said);
        for (const { id } of held) saved.add(id);
        // The farmer goes on; the plug is pulled at any moment of it.
        const going = page.evaluate(() => {
          const next = document.querySelector<HTMLElement>('[data-next]');
          const previous = document.querySelector<HTMLElement>('[data-previous]');
          for (let turn = 0; turn < 200; turn += 1) setTimeout(() => (turn % 2 ? previous : next)?.click(), turn * 5);
        });
        await going;
        await new Promise((done) => setTimeout(done, Math.random() * 600));
        await pullThePlug();
        browser = null;
        const again = await open();
        await again.page.goto(`${server.url}/`);
        await allSent(again.page);
        expect((await entries(again.page)).filter(({ refused }) => refused !== null)).toEqual([]);
        await pullThePlug();
        browser = null;
      }
      expect(await stored([...saved])).toEqual([...saved].sort());
      process.stdout.write(`power cut: ${CUTS} kills, ${saved.size} records said to be saved, ${saved.size} at the server, each once\n`);
    },
    CUTS * 90_000,
  );

  it('three farmers, seven days, 400 records without a network: all arrive after one reconnect', async () => {
    const { context, page } = await open();
    const week = Date.now() - 7 * 24 * 3600_000;
    await page.clock.setSystemTime(week);
    await page.goto(`${server.url}/`);
    await context.route('**/api/records/', (route) => route.abort());
    let wanted = 0;
    for (let farmer = 0; farmer < 3; farmer += 1) {
      await page.clock.setSystemTime(week + farmer * 3 * 24 * 3600_000);
      await signInAt(page, farmer);
      wanted = Math.ceil((400 * (farmer + 1)) / 3);
      const have = (await entries(page)).filter(({ waiting }) => waiting === 1).length;
      await page.evaluate(async (turns) => {
        for (let turn = 0; turn < turns; turn += 1) {
          document.querySelector<HTMLElement>(turn % 2 ? '[data-previous]' : '[data-next]')?.click();
          await new Promise((done) => setTimeout(done, 10));
        }
      }, wanted - have);
      await expect
        .poll(async () => (await entries(page)).filter(({ waiting }) => waiting === 1).length, { timeout: 120_000 })
        .toBeGreaterThanOrEqual(wanted);
    }
    const waiting = (await entries(page)).filter((entry) => entry.waiting === 1).map(({ id }) => id);
    expect(waiting.length).toBeGreaterThanOrEqual(400);
    await context.unroute('**/api/records/');
    const began = performance.now();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await allSent(page);
    const seconds = (performance.now() - began) / 1000;
    expect(await stored(waiting)).toEqual([...waiting].sort());
    process.stdout.write(`seven days offline: ${waiting.length} records of 3 farmers accepted in ${seconds.toFixed(1)} s\n`);
    if (isLong) expect(seconds).toBeLessThan(10);
  }, 400_000);
});
