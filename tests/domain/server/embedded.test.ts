import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connect.ts';
import { type Embedded, startEmbedded } from '../../../db/embedded.ts';
import { runStart, temporaryFolder } from '../../support/server.ts';

describe('the embedded database', () => {
  const folder = temporaryFolder();
  const running: Embedded[] = [];
  afterAll(async () => {
    for (const embedded of running) await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<Embedded> {
    const outcome = await startEmbedded(folder);
    if (!outcome.ok) throw new Error(outcome.message);
    running.push(outcome.embedded);
    return outcome.embedded;
  }

  async function ask<T>(url: string, text: string): Promise<T | undefined> {
    const db = connect(url, 1);
    const { rows } = await sql.raw<T>(text).execute(db);
    await db.destroy();
    return rows[0];
  }

  it('is PostgreSQL 18, durable, on the loopback address alone', async () => {
    const { url } = await start();
    expect(await ask(url, 'show server_version')).toEqual({ server_version: expect.stringMatching(/^18\./) });
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await ask(url, `show ${name}`)).toEqual({ [name]: 'on' });
    expect(await ask(url, 'show listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
  });

  it('replaces a server that a killed copy left behind, and keeps its rows', async () => {
    for (const embedded of running.splice(0)) await embedded.stop();
    const killed = runStart({ FOLDER: folder }, 'tests/support/hold-embedded.ts');
    while (!killed.output().includes('\n')) await new Promise((done) => setTimeout(done, 50));
    const url = killed.output().trim();
    await ask(url, 'create table kept as select 42 as answer');
    killed.child.kill('SIGKILL');
    await killed.ended;
    // Its database did not die with it.
    expect(await ask(url, 'select answer from kept')).toEqual({ answer: 42 });
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
    await expect(ask(url, 'select 1')).rejects.toThrow();
  });

  it('is started again when it is killed while we run', async () => {
    const last = running.at(-1);
    if (!last) throw new Error('no server');
    process.kill(Number(readFileSync(join(last.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await expect.poll(() => ask(last.url, 'select answer from kept').catch(() => null), { timeout: 20_000 }).toEqual({ answer: 42 });
  });

  it('starts over a pid file whose number now belongs to another program', async () => {
    const last = running.at(-1);
    if (!last) throw new Error('no server');
    for (const embedded of running.splice(0)) await embedded.stop();
    const pidFile = join(last.cluster, 'postmaster.pid');
    expect(existsSync(pidFile)).toBe(false);
    writeFileSync(pidFile, `${process.pid}\n${last.cluster}\n0\n1\n\n127.0.0.1\n0 0\nready\n`, { mode: 0o644 });
    const again = await start();
    expect(await ask(again.url, 'select answer from kept')).toEqual({ answer: 42 });
    expect(readFileSync(pidFile, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
  });
});
