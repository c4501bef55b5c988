import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connect.ts';
import { createDatabase } from '../../support/database.ts';
import { freePort, runStart, temporaryFolder } from '../../support/server.ts';

describe('starting where it cannot', () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Exit code 1 and exactly one line on stderr, which comes back. */
  async function refusal(environment: Record<string, string>): Promise<string> {
    const run = runStart({ DATA_DIR: folder, PORT: String(await freePort()), ...environment });
    const { code, errors } = await run.ended;
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    return errors;
  }

  it('names the busy port', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} `);
    await new Promise((done) => other.close(done));
  });

  it('says that the address of the database is wrong', async () => {
    expect(await refusal({ DATABASE_URL: 'http://example' })).toContain('DATABASE_URL');
  });

  it('says that the database does not answer, without its password', async () => {
    const message = await refusal({ DATABASE_URL: `postgres://u:topsecret@127.0.0.1:${await freePort()}/furrow` });
    expect(message).toContain('does not answer');
    expect(message).not.toContain('topsecret');
  });

  it('refuses a database that a newer version has been at', async () => {
    const { url, drop } = await createDatabase();
    const db = connect(url, 1);
    const row = { name: '999-from-the-future', timestamp: new Date().toISOString() };
    await db.withTables<{ kysely_migration: typeof row }>().insertInto('kysely_migration').values(row).execute();
    await db.destroy();
    expect(await refusal({ DATABASE_URL: url })).toContain('999-from-the-future');
    await drop();
  });

  it('names a data folder that cannot be written', async () => {
    // A file in the way stops root too, whom modes do not stop.
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: join(file, 'data') })).toContain(join(file, 'data'));
  });

  it('names a folder that the database user cannot enter', async () => {
    if (process.getuid?.() !== 0) return;
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    expect(await refusal({ DATA_DIR: join(closed, 'data') })).toContain(join(closed, 'data'));
  });

  it('refuses a second copy on the same data folder', async () => {
    const { url, drop } = await createDatabase();
    const dataDir = join(folder, 'shared');
    mkdirSync(dataDir);
    // This test's own process stands for the first copy.
    const { lockDataFolder } = await import('../../../db/data-folder-lock.ts');
    const lock = lockDataFolder(dataDir);
    expect(await refusal({ DATA_DIR: dataDir, DATABASE_URL: url })).toContain(`process ${process.pid}`);
    if (lock.ok) lock.release();
    await drop();
  });
});
