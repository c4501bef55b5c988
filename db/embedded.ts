import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { livePort, stopLeftovers } from './leftover-processes.ts';
import { type Binaries, clusterFolder, findBinaries, ids, type PostgresUser, postgresUser } from './postgres-user.ts';

export interface EmbeddedOptions {
  /** Put the cluster elsewhere when the PostgreSQL user cannot get into the data folder (the demo may, a real township is asked). */
  mayMoveOut?: boolean;
  /** False only for tests: a power cut would lose what was acknowledged. */
  isDurable?: boolean;
}

export interface Embedded {
  url: string;
  /** Where the cluster's files are. */
  cluster: string;
  /** Ends the server cleanly; resolves when it is gone. */
  stop(): Promise<void>;
}
export type EmbeddedOutcome = { ok: true; embedded: Embedded } | { ok: false; message: string };

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  max_wal_size: '1GB',
  jit: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
};
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a PostgreSQL of our own on `dataDir` (which must exist and be writable) and waits until it answers. A server
 * left behind by a killed copy is stopped first; one that dies while we run is started again on the same port.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedOutcome> {
  const user = postgresUser();
  const cluster = clusterFolder(dataDir, user, options.mayMoveOut ?? false);
  if (cluster === null) {
    return {
      ok: false,
      message: `The user "${user?.name}", as whom the database runs, cannot enter ${resolve(dataDir)}: open that folder to it or set DATA_DIR to another.`,
    };
  }
  try {
    const binaries = await findBinaries(user);
    if (isOrphan(cluster, dataDir)) {
      await stopLeftovers(cluster);
      rmSync(cluster, { recursive: true, force: true });
    }
    const password = clusterPassword(dataDir);
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(cluster, binaries, user, password);
    await stopLeftovers(cluster);
    const port = await freePort();
    const url = `postgres://furrow:${password}@127.0.0.1:${port}/furrow`;
    const keeper = keepRunning({
      binaries,
      user,
      cluster,
      port,
      logFile: join(dataDir, 'postgres.log'),
      isDurable: options.isDurable ?? true,
    });
    if (!(await answers(url.replace(/furrow$/, 'postgres'), keeper))) {
      await keeper.stop();
      return { ok: false, message: `The database in ${cluster} did not start: ${lastLogLine(join(dataDir, 'postgres.log'))}` };
    }
    await createDatabase(url);
    return { ok: true, embedded: { url, cluster, stop: keeper.stop } };
  } catch (error) {
    return { ok: false, message: `The database in ${cluster} could not be started: ${(error as Error).message}` };
  }
}

/** The address of the embedded server that a running copy keeps on `dataDir`, or null when none runs. */
export function runningEmbedded(dataDir: string): string | null {
  const cluster = clusterFolder(dataDir, postgresUser(), true);
  const port = cluster === null ? null : livePort(cluster);
  return port === null ? null : `postgres://furrow:${clusterPassword(dataDir)}@127.0.0.1:${port}/furrow`;
}

/** A cluster that was moved out, of a data folder that has been deleted since and made again at the same place: nobody has its key. */
function isOrphan(cluster: string, dataDir: string): boolean {
  return existsSync(cluster) && dirname(cluster) !== realpathSync(dataDir) && !existsSync(join(dataDir, 'postgres-password'));
}

function clusterPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function initialise(cluster: string, binaries: Binaries, user: PostgresUser, password: string): void {
  // Made beside its place and moved when it is whole: a plug pulled here leaves nothing half made.
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  const passwordFile = join(dirname(cluster), `.initdb-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const flags = ['--username=furrow', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-locale'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  const made = spawnSync(binaries.initdb, [`--pgdata=${unfinished}`, ...flags, ...locale], { cwd: '/', encoding: 'utf8', ...ids(user) });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(made.stderr?.trim().split('\n').at(-1) ?? made.error?.message ?? 'initdb failed');
  renameSync(unfinished, cluster);
}

interface ServerToKeep {
  binaries: Binaries;
  user: PostgresUser;
  cluster: string;
  port: number;
  logFile: string;
  isDurable: boolean;
}

function keepRunning(server: ServerToKeep): { hasEnded: () => boolean; stop: () => Promise<void> } {
  let child: ChildProcess | null = null;
  let isStopping = false;
  let failures = 0;
  const launch = () => {
    const started = Date.now();
    child = launchPostgres(server);
    child.once('exit', () => {
      child = null;
      failures = Date.now() - started > 60_000 ? 0 : failures + 1;
      if (isStopping || failures > 20) return;
      // Killed from outside: its write-ahead log has every acknowledged record, so start it again.
      setTimeout(() => void stopLeftovers(server.cluster).then(() => (isStopping ? undefined : launch())), 200).unref();
    });
  };
  launch();
  return {
    hasEnded: () => failures > 2,
    stop: async () => {
      isStopping = true;
      child?.kill('SIGINT');
      for (let waited = 0; child !== null && waited < 20_000; waited += 20) await sleep(20);
      child?.kill('SIGQUIT');
    },
  };
}

function launchPostgres({ binaries, user, cluster, port, logFile, isDurable }: ServerToKeep): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...(isDurable ? DURABLE : FAST) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its messages go to a file, not a pipe: a pipe would break when we are killed. Its own process group keeps Ctrl-C for us alone.
  const log = openSync(logFile, 'w', 0o644);
  const args = ['-D', cluster, '-p', String(port), ...settings];
  const child = spawn(binaries.postgres, args, { cwd: '/', stdio: ['ignore', log, log], detached: true, ...ids(user) });
  child.on('error', () => {});
  child.unref();
  closeSync(log);
  return child;
}

async function answers(url: string, keeper: { hasEnded: () => boolean }): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline && !keeper.hasEnded()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(60);
    }
  }
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/furrow$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'furrow'");
    if (rowCount === 0) await client.query('create database furrow');
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function lastLogLine(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.at(-1)?.replace(/^.*?(FATAL|ERROR):\s*/, '') || 'it wrote no reason';
}
