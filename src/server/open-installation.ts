import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockDataFolder, lockHolder } from '../../db/data-folder-lock.ts';
import { runningEmbedded, startEmbedded } from '../../db/embedded.ts';
import type { Env } from './env.ts';

export interface Installation {
  url: string;
  /** Ends an embedded server that we started and frees the data folder. */
  close(): Promise<void>;
}
export type InstallationOutcome = { ok: true; installation: Installation } | { ok: false; message: string };

/**
 * Takes the data folder and finds or starts its database; the message is one sentence for the console. With
 * `mayJoin`, a copy that already runs on the folder is no obstacle: its database is used and left running.
 */
export async function openInstallation(env: Env, { mayJoin = false } = {}): Promise<InstallationOutcome> {
  const trouble = prepareFolder(env.dataDir);
  if (trouble !== null) return { ok: false, message: trouble };
  if (mayJoin && lockHolder(env.dataDir) !== null) {
    const url = env.databaseUrl ?? runningEmbedded(env.dataDir);
    if (url !== null) return { ok: true, installation: { url, close: async () => {} } };
  }
  const lock = lockDataFolder(env.dataDir);
  if (!lock.ok)
    return {
      ok: false,
      message: `Another copy (process ${lock.pid}) is already running on ${env.dataDir}: stop it first, or choose another DATA_DIR.`,
    };
  if (env.databaseUrl !== null) {
    const unreachable = await whyUnreachable(env.databaseUrl);
    if (unreachable === null) return { ok: true, installation: { url: env.databaseUrl, close: async () => lock.release() } };
    lock.release();
    return { ok: false, message: unreachable };
  }
  const started = await startEmbedded(env.dataDir, { mayMoveOut: env.isDemo });
  if (!started.ok) {
    lock.release();
    return started;
  }
  const close = async () => {
    await started.embedded.stop();
    lock.release();
  };
  return { ok: true, installation: { url: started.embedded.url, close } };
}

function prepareFolder(dataDir: string): string | null {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return null;
  } catch (error) {
    return `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): set DATA_DIR to a folder that can.`;
  }
}

async function whyUnreachable(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    return version >= 15 ? null : `The database is PostgreSQL ${version}, and 15 or newer is needed.`;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return `The database of DATABASE_URL does not answer at ${new URL(url).host}: ${message || code}.`;
  } finally {
    await client.end().catch(() => {});
  }
}
