import { resolve } from 'node:path';

export interface Env {
  host: string;
  port: number;
  /** A PostgreSQL server of the operator's; null: the embedded one in `dataDir`. */
  databaseUrl: string | null;
  /** Secrets, and the embedded database. */
  dataDir: string;
  isDemo: boolean;
  /** Files (PEM) of the certificate and its key; null: plain HTTP, which only localhost may use as a kiosk. */
  tls: { certFile: string; keyFile: string } | null;
}
export type EnvOutcome = { ok: true; env: Env } | { ok: false; message: string };

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** The whole configuration, from HOST, PORT, DATABASE_URL, DATA_DIR, DEMO, TLS_CERT and TLS_KEY; the message is one sentence for the console. */
export function readEnv(given: Record<string, string | undefined>): EnvOutcome {
  const host = given.HOST || '127.0.0.1';
  const port = given.PORT === undefined || given.PORT === '' ? 4321 : Number(given.PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return refuse(`PORT must be a number from 1 to 65535, not "${given.PORT}".`);
  if (!/^[\w.:-]+$/.test(host)) return refuse(`HOST must be an address or a name, not "${host}".`);

  const databaseUrl = given.DATABASE_URL || null;
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    return refuse('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  if (given.DEMO && given.DEMO !== '0' && given.DEMO !== '1') return refuse(`DEMO must be 0 or 1, not "${given.DEMO}".`);

  const isReal = databaseUrl !== null || Boolean(given.DATA_DIR) || given.DEMO === '0';
  const isDemo = given.DEMO === '1' || !isReal;
  if (isDemo && given.DEMO !== '1' && !LOOPBACK.has(host)) {
    return refuse(
      `HOST=${host} would show the demo township to the network: set DEMO=1 if that is wanted, or DATA_DIR for a real township.`,
    );
  }
  if (Boolean(given.TLS_CERT) !== Boolean(given.TLS_KEY)) return refuse('TLS_CERT and TLS_KEY go together: set both, or neither.');
  const tls = given.TLS_CERT && given.TLS_KEY ? { certFile: resolve(given.TLS_CERT), keyFile: resolve(given.TLS_KEY) } : null;
  const dataDir = resolve(given.DATA_DIR || (isDemo ? '.furrow/demo' : '.furrow/township'));
  return { ok: true, env: { host, port, databaseUrl, dataDir, isDemo, tls } };
}

function refuse(message: string): EnvOutcome {
  return { ok: false, message };
}

function isPostgresUrl(text: string): boolean {
  try {
    const url = new URL(text);
    return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
  } catch {
    return false;
  }
}
