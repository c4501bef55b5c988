import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { connect } from '../../db/connect.ts';
import type { DemoSignIn } from '../../db/demo/make-demo.ts';
import { migrate } from '../../db/migrate.ts';
import { noteMediaFacts } from '../domain/lessons/media/note-media-facts.ts';
import { issueSetupCode } from '../domain/people/townships/issue-setup-code.ts';
import { type Env, readEnv } from './env.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { prepareTownship } from './prepare-township.ts';
import { readTls } from './read-tls.ts';
import { loadSecrets } from './secrets.ts';

export interface Started {
  env: Env;
  /** What HTTPS needs, as PEM text; null: plain HTTP. */
  tls: { cert: string; key: string } | null;
  installation: Installation;
  townshipId: string | null;
  signIns: DemoSignIn[];
  /** For a real township that is not set up yet. */
  setupCode: string | null;
}

/** Checks the configuration and makes everything ready that a server needs; ends the process with one sentence when something is wrong. */
export async function startUp(build: () => string | null): Promise<Started> {
  const read = readEnv(process.env);
  if (!read.ok) return fail(read.message);
  const { env } = read;
  const tls = env.tls && readTls(env.tls, new Date());
  if (tls?.ok === false) return fail(tls.message);
  const busy = await whyPortIsBusy(env);
  if (busy !== null) return fail(busy);
  const opened = await openInstallation(env);
  if (!opened.ok) return fail(opened.message);
  const { installation } = opened;
  stopOnSignals(() => installation.close());

  const db = connect(installation.url, 6);
  try {
    const migrated = await migrate(db);
    if (!migrated.ok)
      return await closeAndFail(
        installation,
        `The database was used by a newer version of Furrow (${migrated.unknown.at(-1)}): install that version or a newer one.`,
      );
    await noteMediaFacts(db);
    const trouble = build();
    if (trouble !== null) return await closeAndFail(installation, trouble);
    loadSecrets(env.dataDir);
    const prepared = await prepareTownship(db, env, new Date(), say);
    if (!prepared.ok) return await closeAndFail(installation, prepared.message);
    const setupCode = prepared.townshipId === null ? await issueSetupCode(db) : null;
    passOn(env, installation.url, prepared.townshipId);
    return { env, tls, installation, townshipId: prepared.townshipId, signIns: prepared.signIns, setupCode };
  } catch (error) {
    return await closeAndFail(installation, `Furrow could not be made ready: ${(error as Error).message}`);
  } finally {
    await db.destroy();
  }
}

/** One line of progress on the console. */
export function say(message: string): void {
  process.stdout.write(`  ${message}\n`);
}

/** Says why, and ends the process with exit code 1. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function closeAndFail(installation: Installation, message: string): Promise<never> {
  await installation.close();
  return fail(message);
}

/** What the built server reads in server-context.ts and db/migrate.ts: there, module addresses are those of the bundle. */
function passOn(env: Env, url: string, townshipId: string | null): void {
  process.env.FURROW_DATABASE_URL = url;
  process.env.FURROW_DATA_DIR = env.dataDir;
  process.env.FURROW_DEMO = env.isDemo ? '1' : '0';
  process.env.FURROW_TOWNSHIP_ID = townshipId ?? '';
  process.env.FURROW_MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
}

const closing: (() => Promise<void>)[] = [];

/** On SIGINT, SIGTERM or SIGHUP: what was opened last is closed first, then the process ends. */
export function stopOnSignals(close: () => Promise<void>): void {
  closing.push(close);
  if (closing.length > 1) return;
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void (async () => {
      for (const step of closing.reverse()) await step().catch(() => {});
      process.exit(0);
    })();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
}

async function whyPortIsBusy({ host, port }: Env): Promise<string | null> {
  const probe = createServer();
  try {
    await new Promise<void>((done, refuse) => probe.once('error', refuse).listen(port, host, done));
    await new Promise((done) => probe.close(done));
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return `Port ${port} on ${host} is already in use: stop that program, or set PORT to another.`;
    if (code === 'EACCES') return `Port ${port} needs more rights than this user has: set PORT to one above 1023.`;
    return `HOST=${host} is not an address of this machine (${code}).`;
  }
}
