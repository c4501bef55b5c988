import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCuttableDisk } from '../support/cuttable-disk.ts';
import { OutboxKiosk } from '../support/outbox-kiosk.ts';
import { temporaryFolder } from '../support/server.ts';

const isLong = process.env.FURROW_LONG === '1';
const KILLS = isLong ? 50 : 3;
const DISK_CUTS = isLong ? 10 : 1;

describe('the kiosk’s outbox in a real browser', () => {
  const profile = temporaryFolder();
  const disk = makeCuttableDisk();
  let kiosk: OutboxKiosk;

  beforeAll(async () => {
    kiosk = await OutboxKiosk.start(profile);
  }, 300_000);
  afterEach(async () => {
    await kiosk?.pullThePlug();
    kiosk.profile = profile;
  });
  afterAll(async () => {
    await kiosk?.stop();
    rmSync(profile, { recursive: true, force: true });
    if (typeof disk !== 'string') disk.remove();
  });

  it(
    `killed ${KILLS} times after the screen said saved: every saved record reaches the server exactly once`,
    async () => {
      let held: string[] = [];
      for (let cut = 0; cut < KILLS; cut += 1) {
        const saved = await kiosk.learnUntil(async () => {}, cut);
        held = await kiosk.sendEverything();
        expect(held.length).toBeGreaterThanOrEqual(saved);
      }
      expect(await kiosk.stored(held)).toEqual([...held].sort());
      process.stdout.write(
        `power cut: ${KILLS} kills, none of ${held.length} records lost after the screen said saved, each at the server once\n`,
      );
    },
    KILLS * 90_000,
  );

  it.skipIf(typeof disk === 'string')(
    `its disk without power ${DISK_CUTS} times after the screen said saved: every saved record reaches the server exactly once`,
    async () => {
      if (typeof disk === 'string') return;
      kiosk.profile = disk.folder;
      let held: string[] = [];
      for (let cut = 0; cut < DISK_CUTS; cut += 1) {
        const saved = await kiosk.learnUntil(disk.cut, cut);
        disk.remount();
        held = await kiosk.sendEverything();
        expect(held.length).toBeGreaterThanOrEqual(saved);
      }
      expect(await kiosk.stored(held)).toEqual([...held].sort());
      process.stdout.write(
        `disk cut: ${DISK_CUTS} cuts, none of ${held.length} records lost after the screen said saved, each at the server once\n`,
      );
    },
    DISK_CUTS * 120_000,
  );
  if (typeof disk === 'string') process.stdout.write(`The power cut of the disk is skipped: ${disk}\n`);

  it('three farmers, seven days, 400 records without a network: all arrive after one reconnect', async () => {
    const { context, page } = await kiosk.open();
    const DAY = 24 * 3600_000;
    const week = Date.now() - 7 * DAY;
    await page.clock.setSystemTime(week);
    await page.goto(`${kiosk.address}/`);
    await context.route('**/api/records/', (route) => route.abort());
    const waiting = async () => (await kiosk.waiting(page)).length;
    // Every day each of them comes: 21 sittings.
    for (let sitting = 0; sitting < 21; sitting += 1) {
      await page.clock.setSystemTime(week + Math.floor(sitting / 3) * DAY + (sitting % 3) * 3600_000);
      await kiosk.signInAt(page, sitting % 3);
      const wanted = Math.ceil((400 * (sitting + 1)) / 21);
      await kiosk.wander(page, Math.max(0, wanted - (await waiting())), 10);
      await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThanOrEqual(wanted);
    }
    const ids = await kiosk.waiting(page);
    expect(ids.length).toBeGreaterThanOrEqual(400);
    await context.unroute('**/api/records/');
    const began = performance.now();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await kiosk.allSent(page);
    const seconds = (performance.now() - began) / 1000;
    expect(await kiosk.stored(ids)).toEqual([...ids].sort());
    const days = await kiosk.db
      .selectFrom('learning_record')
      .select(({ fn }) => fn.count<number>('sitting_id').distinct().as('sittings'))
      .where('id', 'in', ids)
      .executeTakeFirstOrThrow();
    expect(Number(days.sittings)).toBe(21);
    process.stdout.write(`seven days offline: ${ids.length} records of 3 farmers in 21 sittings accepted in ${seconds.toFixed(1)} s\n`);
    if (isLong) expect(seconds).toBeLessThan(10);
  }, 600_000);
});
