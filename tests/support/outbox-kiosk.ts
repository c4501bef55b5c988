import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { runningEmbedded } from '../../db/embedded.ts';
import { learnToTheFinish } from './answering.ts';
import { type KillableBrowser, launchKillable } from './killable-browser.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';

export const LESSON = '/zh/lessons/drench-right/';

/** One entry of the kiosk's outbox, without what it seals. */
export interface OutboxEntry {
  id: string;
  waiting: 0 | 1;
  refused: string | null;
}

/** A demo township's server and a kiosk before it: a real browser on a profile that outlives being killed. */
export class OutboxKiosk {
  /** It may be killed and started again. */
  server: RunningServer;
  db: Database;
  private readonly farmers: { village: string; number: string; pin: string }[];
  private browser: KillableBrowser | null = null;
  /** Where the browser keeps what it keeps. */
  profile: string;
  /** Where the page finds the server; a proxy may stand in between. */
  address: string;

  private constructor(server: RunningServer, profile: string, databaseUrl: string) {
    this.server = server;
    this.profile = profile;
    this.address = server.url;
    this.db = connect(databaseUrl, 2);
    const printed = server.output().matchAll(/farmer\s+(\S+) (\d{6})\s+(\d{4})/g);
    this.farmers = Array.from(printed, ([, village = '', number = '', pin = '']) => ({ village, number, pin }));
  }

  static async start(profile: string, options: ServerOptions = {}): Promise<OutboxKiosk> {
    const server = await startServer({ ...options, isDemo: true });
    return new OutboxKiosk(server, profile, server.databaseUrl ?? runningEmbedded(server.dataDir) ?? '');
  }

  async stop(): Promise<void> {
    await this.pullThePlug();
    await this.db.destroy();
    await this.server.stop();
  }

  /** The server starts again where it was, on the same data or on another database. */
  async restartServer(databaseUrl?: string): Promise<void> {
    const { dataDir, port } = this.server;
    await this.db.destroy();
    const where = databaseUrl === undefined ? { isEmbedded: true } : { databaseUrl };
    this.server = await startServer({ ...where, isDemo: true, dataDir, port });
    this.db = connect(databaseUrl ?? runningEmbedded(dataDir) ?? '', 2);
  }

  async pullThePlug(): Promise<void> {
    await this.browser?.kill();
    this.browser = null;
  }

  async open(): Promise<{ context: BrowserContext; page: Page }> {
    this.browser = await launchKillable(this.profile);
    const { context } = this.browser;
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return { context, page };
  }

  async signInAt(page: Page, index: number): Promise<void> {
    const farmer = this.farmers[index % this.farmers.length];
    if (!farmer) throw new Error('the demo printed no farmer');
    await page.goto(`${this.address}/zh/sign-in/?back=${LESSON}`);
    await page.locator('[data-village]', { hasText: farmer.village }).first().click();
    for (const digit of farmer.number + farmer.pin) await page.locator(`[data-key="${digit}"]`).click();
    await page.locator('[data-yes]').click();
    await page.locator('[data-begin]:visible').first().click();
    await page.locator('[data-next]:visible').waitFor();
  }

  /** Back and forth through the lesson, `turns` steps `everyMs` apart; the page goes on by itself. */
  async wander(page: Page, turns: number, everyMs: number): Promise<void> {
    await page.evaluate(
      ([count, pause]) => {
        const next = document.querySelector<HTMLElement>('[data-next]');
        const previous = document.querySelector<HTMLElement>('[data-previous]');
        for (let turn = 0; turn < count; turn += 1) setTimeout(() => (turn % 2 ? previous : next)?.click(), turn * pause);
      },
      [turns, everyMs] as const,
    );
  }

  /** Goes through the lesson to its end, with some answers right and some wrong. */
  study(page: Page): Promise<void> {
    return learnToTheFinish(page, 'wrong', 'right');
  }

  entries(page: Page): Promise<OutboxEntry[]> {
    return page.evaluate(
      () =>
        new Promise<OutboxEntry[]>((resolve, reject) => {
          const asked = indexedDB.open('furrow');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const all = asked.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => {
              asked.result.close();
              resolve((all.result as OutboxEntry[]).map(({ id, waiting, refused }) => ({ id, waiting, refused })));
            };
          };
        }),
    );
  }

  async waiting(page: Page): Promise<string[]> {
    return (await this.entries(page)).filter(({ waiting }) => waiting === 1).map(({ id }) => id);
  }

  /** How many the line at the foot says are saved here and wait. */
  async saidToWait(page: Page): Promise<number> {
    const line = await page.locator('furrow-status').textContent();
    return Number(/\d+/.exec(line ?? '')?.[0] ?? 0);
  }

  async allSent(page: Page): Promise<void> {
    await expect.poll(async () => (await this.waiting(page)).length, { timeout: 60_000 }).toBe(0);
    expect((await this.entries(page)).filter(({ refused }) => refused !== null)).toEqual([]);
  }

  /** Which of these records the server holds; a record it held twice would stand here twice. */
  async stored(ids: Iterable<string>): Promise<string[]> {
    const rows = await this.db
      .selectFrom('learning_record')
      .select('id')
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(({ id }) => id).sort();
  }

  /**
   * A farmer learns without a network; at a random moment `cut` happens and the plug is pulled. Gives how many records the disk must hold:
   * those it held before, and the most the screen had called saved by then.
   */
  async learnUntil(cut: () => Promise<void>, farmer: number): Promise<number> {
    const { context, page } = await this.open();
    let said = 0;
    await page.exposeFunction('furrowSaid', (count: number) => {
      said = Math.max(said, count);
    });
    await page.addInitScript(() => {
      const tell = (globalThis as unknown as { furrowSaid(count: number): void }).furrowSaid;
      const look = () => {
        const line = document.querySelector('furrow-status')?.textContent ?? '';
        tell(Number(/\d+/.exec(line)?.[0] ?? 0));
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.goto(`${this.address}/`);
    const before = (await this.entries(page)).length;
    await context.route('**/api/records/', (route) => route.abort());
    await this.signInAt(page, farmer);
    await this.wander(page, 300, 5);
    await expect.poll(() => said, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    await new Promise((done) => setTimeout(done, Math.random() * 1_500));
    await cut();
    await this.pullThePlug();
    return before + said;
  }

  /** The kiosk starts again on what its disk kept, and sends. Gives every record it holds. */
  async sendEverything(): Promise<string[]> {
    const { page } = await this.open();
    await page.goto(`${this.address}/`);
    await this.allSent(page);
    const held = await this.entries(page);
    await this.pullThePlug();
    return held.map(({ id }) => id);
  }
}
