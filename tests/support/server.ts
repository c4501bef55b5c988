import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from './database.ts';

export interface RunningServer {
  /** Without a slash at the end. */
  url: string;
  /** The database it uses; null when it runs an embedded one of its own. */
  databaseUrl: string | null;
  dataDir: string;
  port: number;
  /** What it has printed so far: addresses, sign-ins or the set-up code. */
  output(): string;
  process: ChildProcess;
  stop(): Promise<void>;
}
export interface ServerOptions {
  isDemo?: boolean;
  /** Its own embedded PostgreSQL in `dataDir` instead of a database on the test server. */
  isEmbedded?: boolean;
  /** A folder to start on again; otherwise a new one, removed at the end. */
  dataDir?: string;
  /** A database to start on; otherwise a new one, dropped at the end. */
  databaseUrl?: string;
  port?: number;
  /** Certificate and key files: then it speaks HTTPS, and `url` says so. */
  tls?: { certFile: string; keyFile: string };
  /** Called with the database's address before the server starts. */
  prepare?: (databaseUrl: string) => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the product as `npm start` does, on a free port with a fresh database, and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const database = options.isEmbedded || options.databaseUrl ? null : await createDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? null;
  if (databaseUrl && options.prepare) await options.prepare(databaseUrl);
  const port = options.port ?? (await freePort());
  const tls: Record<string, string> = options.tls ? { TLS_CERT: options.tls.certFile, TLS_KEY: options.tls.keyFile } : {};
  const run = runStart({
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    DEMO: options.isDemo ? '1' : '0',
    ...tls,
  });
  const stop = async () => {
    run.child.kill('SIGTERM');
    await run.ended;
    await database?.drop();
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  for (let waited = 0; !(await isListening(url)); waited += 100) {
    if (run.child.exitCode !== null || waited > 170_000) {
      await stop();
      throw new Error(`the server did not start:\n${run.output()}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return { url, databaseUrl, dataDir, port, output: run.output, process: run.child, stop };
}

/** Runs start.ts with this environment; `ended` gives its exit code and everything it wrote to stderr. */
export function runStart(environment: Record<string, string>, script = 'src/server/start.ts', args: string[] = [], root = ROOT) {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, ...environment };
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk;
    errors += chunk;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((done) => child.once('close', (code) => done({ code, errors })));
  return { child, ended, output: () => text };
}

/** A folder the database's own user may enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'furrow-server-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Over HTTPS the certificate is the test's own: whether a browser trusts it is for the test to say. */
function isListening(url: string): Promise<boolean> {
  const ask = url.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve) => {
    const sent = ask(`${url}/api/health/`, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    sent.on('error', () => resolve(false)).end();
  });
}
