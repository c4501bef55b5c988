import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const ENTRY = join(ROOT, 'dist/server/entry.mjs');
const BUILT_FROM = join(ROOT, 'dist/.built-from');
const SOURCES = ['src', 'db', 'content/handbook', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds the pages when anything they are made of changed since the last build; the message is astro's last words. */
export function buildIfChanged(progress: (message: string) => void): { ok: true } | { ok: false; message: string } {
  const digest = digestOfSources();
  if (existsSync(ENTRY) && existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === digest) return { ok: true };
  progress('Building the pages (once, about a minute) …');
  rmSync(BUILT_FROM, { force: true });
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [astro, 'build'], { cwd: ROOT, encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  if (built.status !== 0)
    return { ok: false, message: `The pages could not be built:\n${`${built.stdout}\n${built.stderr}`.slice(-4_000)}` };
  writeFileSync(BUILT_FROM, digest);
  return { ok: true };
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES)
    for (const file of filesUnder(join(ROOT, source))) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesUnder(join(path, name)));
}
