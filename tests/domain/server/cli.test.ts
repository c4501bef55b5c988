import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connect.ts';
import { lockDataFolder } from '../../../db/data-folder-lock.ts';
import { signInAccount } from '../../../src/domain/people/sign-in-account.ts';
import { createDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';
import { runStart, temporaryFolder } from '../../support/server.ts';

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url));

describe('npm run db', () => {
  const folder = temporaryFolder();
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    const db = connect(database.url, 1);
    await addFarmer(db, await seedTownship(db));
    await db.destroy();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(args: string[], environment: Record<string, string> = {}) {
    const command = runStart({ DATA_DIR: join(folder, 'data'), DATABASE_URL: database.url, ...environment }, 'db/cli.ts', args);
    const { code, errors } = await command.ended;
    return { code, errors: errors.trim(), said: command.output().trim() };
  }
  /** Exit code 1 and one sentence, which comes back. */
  async function refusal(args: string[], environment: Record<string, string> = {}): Promise<string> {
    const { code, errors } = await run(args, environment);
    expect(code).toBe(1);
    expect(errors.split('\n')).toHaveLength(1);
    return errors;
  }

  it('without a command, or with one there is not, lists the commands', async () => {
    for (const args of [[], ['destroy'], ['constructor']]) expect(await refusal(args)).toContain('migrate|demo|import|export');
  });

  it('says which argument is missing or wrong before it opens a database', async () => {
    const nowhere = join(folder, 'nowhere');
    const file = join(folder, 'a-file');
    writeFileSync(file, 'text');
    const wrong = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect(await refusal(['export'], wrong)).toContain('Say where to');
    expect(await refusal(['restore'], wrong)).toContain('Say from what');
    expect(await refusal(['restore', nowhere], wrong)).toContain(nowhere);
    expect(await refusal(['import', nowhere], wrong)).toContain(nowhere);
    expect(await refusal(['import', folder], wrong)).toContain('holds no courses');
    expect(await refusal(['export', file], wrong)).toContain('is a file');
    expect(await refusal(['backup', join(nowhere, 'b')], wrong)).toContain(nowhere);
    expect(await refusal(['migrate'], wrong)).toContain('does not answer');
  });

  it('gives an administrator who forgot theirs a new password, and nobody else one', async () => {
    const db = connect(database.url, 1);
    const [account] = await db.selectFrom('account').select(['username', 'password_hash']).execute();
    const { code, said } = await run(['password', account?.username.toUpperCase() ?? '']);
    expect(code).toBe(0);
    const password = / signs in with (\S+) /.exec(said)?.[1] ?? '';
    const now = new Date();
    expect(await signInAccount(db, { username: account?.username ?? '', password }, now)).toMatchObject({ ok: true });
    await db.destroy();
    expect(await refusal(['password', 'nobody'])).toContain('no account nobody');
    expect(await refusal(['password'])).toContain('Say whose');
  });

  it('imports, exports the same bytes, folds again', async () => {
    const courses = join(folder, 'content', 'courses');
    mkdirSync(courses, { recursive: true });
    cpSync(join(CONTENT, 'courses', 'mutton-sheep-first-steps'), join(courses, 'mutton-sheep-first-steps'), { recursive: true });
    expect(await run(['import', join(folder, 'content')])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^[1-9]\d* lessons imported/),
    });
    expect(await run(['import', join(folder, 'content')])).toMatchObject({ code: 0, said: expect.stringMatching(/^0 lessons imported/) });
    expect(await run(['export', join(folder, 'out')])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'out', 'courses', 'mutton-sheep-first-steps', 'course.yaml'))).toBe(true);
    expect(await run(['rebuild'])).toMatchObject({ code: 0, said: expect.stringContaining('1 farmers') });
  });

  it('backs up into a file only its owner reads, and restores it into an empty database', async () => {
    const file = join(folder, 'furrow.backup');
    expect(await run(['backup', file])).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await refusal(['restore', file])).toContain('already holds a township');
    const target = await createDatabase();
    const there = { DATABASE_URL: target.url, DATA_DIR: join(folder, 'restored') };
    expect(await refusal(['export', join(folder, 'none')], there)).toContain('no township');
    expect(await refusal(['backup', join(folder, 'empty')], there)).toContain('no township');
    expect(await run(['restore', file], there)).toMatchObject({ code: 0, said: expect.stringContaining('rows restored') });
    await target.drop();
  });

  it('while the product runs: reads and folds beside it, but neither restores nor makes a demo', async () => {
    const dataDir = join(folder, 'data');
    // This test's own process stands for the running product.
    const lock = lockDataFolder(dataDir);
    const file = join(folder, 'while-running.backup');
    expect(await run(['backup', file])).toMatchObject({ code: 0 });
    expect(await run(['migrate'])).toMatchObject({ code: 0 });
    for (const args of [['restore', file], ['demo']]) expect(await refusal(args)).toContain(`process ${process.pid}`);
    if (lock.ok) lock.release();
  });

  it('makes no demo of a real township', async () => {
    expect(await refusal(['demo'])).toContain('real township');
  });
});
