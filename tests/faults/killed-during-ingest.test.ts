import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { runningEmbedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { makePass } from '../../src/domain/people/passes.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../support/seed.ts';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../support/server.ts';

describe('kill -9 while records come in', () => {
  const dataDir = temporaryFolder();
  const acknowledged = new Set<string>();
  let township: SeededTownship;
  let pass: string;
  let server: RunningServer;

  beforeAll(async () => {
    const started = await startEmbedded(dataDir);
    if (!started.ok) throw new Error(started.message);
    const db = connect(started.embedded.url, 2);
    await migrate(db);
    township = await seedTownship(db);
    const { learnerId } = await addFarmer(db, township);
    pass = makePass(loadSecrets(dataDir), { townshipId: township.townshipId, learnerId, kioskId: township.kiosk.kioskId }, new Date());
    await db.destroy();
    await started.embedded.stop();
    server = await startServer({ isEmbedded: true, dataDir, port: await freePort() });
  }, 180_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** One sitting of a few records, as a kiosk sends it. */
  function batch() {
    const at = new Date().toISOString();
    const sitting = randomUUID();
    const records = [
      { id: randomUUID(), sitting, seq: 0, verb: 'began', at, who: pass, base: 'mutouyingzi' },
      { id: randomUUID(), sitting, seq: 1, verb: 'ended', at },
    ];
    return { now: at, records };
  }

  /** Sends it once; what the server acknowledged must never be lost from then on. */
  async function send(body: ReturnType<typeof batch>): Promise<boolean> {
    const headers = { 'content-type': 'application/json', cookie: `furrow_kiosk=${township.kioskCredential}` };
    const answer = await fetch(`${server.url}/api/records/`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
    if (!answer?.ok) return false;
    const verdict = (await answer.json()) as { accepted: string[]; duplicate: string[]; rejected: unknown[] };
    expect(verdict.rejected).toEqual([]);
    for (const id of [...verdict.accepted, ...verdict.duplicate]) acknowledged.add(id);
    return true;
  }

  /** Four kiosks that send without a pause until told to stop. */
  function ingest(): { stop: () => Promise<void> } {
    let isOver = false;
    const loop = async () => {
      while (!isOver) if (!(await send(batch()))) await new Promise((done) => setTimeout(done, 20));
    };
    const loops = [loop(), loop(), loop(), loop()];
    return {
      stop: async () => {
        isOver = true;
        await Promise.all(loops);
      },
    };
  }

  async function stored(): Promise<string[]> {
    const db = connect(runningEmbedded(dataDir) ?? '', 1);
    const rows = await db.selectFrom('learning_record').select('id').execute();
    await db.destroy();
    return rows.map((row) => row.id);
  }

  async function acknowledgedMoreThan(count: number) {
    await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(count);
  }

  it('the server: every acknowledged record is there after a restart, without a question', async () => {
    const kiosks = ingest();
    await acknowledgedMoreThan(40);
    server.process.kill('SIGKILL');
    await kiosks.stop();
    expect(acknowledged.size).toBeGreaterThan(40);
    server = await startServer({ isEmbedded: true, dataDir, port: server.port });
    expect(await stored()).toEqual(expect.arrayContaining([...acknowledged]));
  }, 180_000);

  it('the database: it comes back by itself, and every acknowledged record with it', async () => {
    const kiosks = ingest();
    const before = acknowledged.size;
    await acknowledgedMoreThan(before + 20);
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    const atKill = acknowledged.size;
    await acknowledgedMoreThan(atKill + 20);
    await kiosks.stop();
    expect(await stored()).toEqual(expect.arrayContaining([...acknowledged]));
  }, 180_000);

  it('a batch sent again after the fault is taken once', async () => {
    const body = batch();
    await expect.poll(() => send(body), { timeout: 30_000 }).toBe(true);
    const count = (await stored()).length;
    expect(await send(body)).toBe(true);
    expect(await stored()).toHaveLength(count);
  });
});
