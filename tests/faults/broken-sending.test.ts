import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restore } from '../../db/backup.ts';
import { connect, type Database } from '../../db/connect.ts';
import { receiveRecords } from '../../src/domain/learning/receive-records.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { createDatabase } from '../support/database.ts';
import { type Fault, FaultyProxy } from '../support/faulty-proxy.ts';
import { OutboxKiosk } from '../support/outbox-kiosk.ts';
import { freePort, temporaryFolder } from '../support/server.ts';

const isLong = process.env.FURROW_LONG === '1';
/** Of each of the four faults. */
const TIMES = isLong ? 15 : 1;

describe('sending that is broken off', () => {
  const profile = temporaryFolder();
  const dataDir = temporaryFolder();
  const before = join(dataDir, 'before.backup');
  let kiosk: OutboxKiosk;
  let proxy: FaultyProxy;
  let context: BrowserContext;
  let page: Page;
  let studied = 0;

  beforeAll(async () => {
    kiosk = await OutboxKiosk.start(profile, { isEmbedded: true, dataDir, port: await freePort() });
    proxy = await FaultyProxy.before(kiosk.server.port);
    kiosk.address = proxy.url;
    await backup(kiosk.db, before, {}, new Date());
    ({ context, page } = await kiosk.open());
  }, 300_000);
  afterAll(async () => {
    await kiosk?.pullThePlug();
    await kiosk?.server.stop();
    await proxy?.stop();
    for (const folder of [profile, dataDir]) rmSync(folder, { recursive: true, force: true });
  });

  /** A farmer takes a whole lesson while no record gets out; then the line is there again, with `fault` on the first batch. */
  async function learnAndSend(fault: Fault): Promise<string[]> {
    const isWell = () => fetch(`${kiosk.address}/api/health/`).then(({ ok }) => ok);
    await expect.poll(isWell, { timeout: 60_000 }).toBe(true);
    await page.goto(`${kiosk.address}/`);
    await context.route('**/api/records/', (route) => route.abort());
    await kiosk.signInAt(page, studied);
    studied += 1;
    await kiosk.study(page);
    await expect.poll(() => kiosk.saidToWait(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(10);
    const ids = await kiosk.waiting(page);
    const happened = proxy.happened;
    proxy.arm(fault);
    await context.unroute('**/api/records/');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => proxy.happened, { timeout: 60_000 }).toBe(happened + 1);
    return ids;
  }

  /** Everything folded, in an order of its own, without what differs by the moment of writing. */
  async function folded(db: Database) {
    const states = await db
      .selectFrom('lesson_state')
      .select(['learner_id', 'lesson_id', 'version', 'place', 'started_at', 'completed_at', 'evidence'])
      .orderBy('learner_id')
      .orderBy('lesson_id')
      .execute();
    const rows = await db.selectFrom('learner_standing').selectAll().orderBy('learner_id').orderBy('base_id').orderBy('topic').execute();
    return { states, rows };
  }

  /** The same sealed records, in the order the kiosk wrote them, sent once, undisturbed, to the database as it was before. */
  async function undisturbed() {
    const sealed = await page.evaluate(
      () =>
        new Promise<{ id: string; keyId: string; sealed: string }[]>((resolve) => {
          const asked = indexedDB.open('furrow');
          asked.onsuccess = () => {
            const all = asked.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => {
              asked.result.close();
              resolve(all.result.map(({ id, keyId, sealed: text }) => ({ id, keyId, sealed: text })));
            };
          };
        }),
    );
    const calm = await createDatabase();
    const db = connect(calm.url, 2);
    expect(await restore(db, before)).toMatchObject({ ok: true });
    const paired = await db.selectFrom('kiosk').selectAll().where('is_demo', '=', true).executeTakeFirstOrThrow();
    const { township_id: townshipId, id: kioskId, base_id: baseId, name } = paired;
    const actor = { kind: 'kiosk' as const, townshipId, kioskId, baseId, name, isDemo: true };
    for (let at = 0; at < sealed.length; at += 50) {
      const now = new Date();
      const batch = { now: now.toISOString(), sealed: sealed.slice(at, at + 50) };
      const verdict = await receiveRecords(db, actor, batch, now, loadSecrets(dataDir));
      expect(verdict).toMatchObject({ ok: true, duplicate: [], conflict: [], rejected: [] });
    }
    const result = await folded(db);
    await db.destroy();
    await calm.drop();
    return { result, count: sealed.length };
  }

  it.each<[string, () => Fault, (() => Promise<void>) | null]>([
    ['the server killed', () => ({ meanwhile: () => killSoon(kiosk.server.process.pid) }), () => kiosk.restartServer()],
    ['the database killed', () => ({ meanwhile: () => killSoon(postmaster()) }), null],
    ['the line cut inside the request', () => 'in-the-request', null],
    ['the line cut inside the answer, after the commit', () => 'in-the-answer', null],
  ])(
    `%s, ${TIMES} times: every record of the batch arrives once`,
    async (_, fault, mend) => {
      for (let time = 0; time < TIMES; time += 1) {
        const ids = await learnAndSend(fault());
        if (mend) {
          await expect.poll(() => kiosk.server.process.signalCode ?? kiosk.server.process.exitCode, { timeout: 20_000 }).not.toBeNull();
          await mend();
        }
        await kiosk.allSent(page);
        // A killed database needs a moment before it can be asked.
        await expect.poll(() => kiosk.stored(ids), { timeout: 60_000 }).toEqual([...ids].sort());
      }
    },
    TIMES * 120_000,
  );

  it('after all of it every standing is that of an undisturbed run', async () => {
    const { result, count } = await undisturbed();
    expect(result.rows.length).toBeGreaterThan(0);
    expect(await folded(kiosk.db)).toEqual(result);
    process.stdout.write(`broken sending: ${studied} sittings, ${count} records, ${TIMES} times each of four faults, equal standings\n`);
  }, 120_000);

  it('an older backup is restored: the kiosk sees the new epoch, sends again what it kept, and everything is there as before', async () => {
    const held = await kiosk.entries(page);
    const whole = await folded(kiosk.db);
    await kiosk.server.stop();
    const older = await createDatabase();
    const old = connect(older.url, 1);
    expect(await restore(old, before)).toMatchObject({ ok: true });
    expect(await folded(old)).not.toEqual(whole);
    await old.destroy();
    await kiosk.restartServer(older.url);
    await page.goto(`${kiosk.address}/`);
    await kiosk.signInAt(page, studied);
    await kiosk.study(page);
    // One answer with the new epoch is enough for everything to wait again, and to be sent.
    await expect.poll(async () => (await kiosk.waiting(page)).length, { timeout: 60_000 }).toBe(0);
    const ids = held.map(({ id }) => id);
    await expect.poll(async () => (await kiosk.stored(ids)).length, { timeout: 60_000 }).toBe(ids.length);
    await kiosk.allSent(page);
    const { result } = await undisturbed();
    expect(await folded(kiosk.db)).toEqual(result);
    await kiosk.stop();
    await older.drop();
  }, 180_000);

  function postmaster(): number {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
});

/** In the midst of what the request sets off: before it is read, while it is judged, after the commit. */
function killSoon(pid: number | undefined): void {
  setTimeout(() => process.kill(pid ?? 0, 'SIGKILL'), Math.random() * 60);
}
