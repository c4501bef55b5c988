import { connect, type Database } from '../../db/connect.ts';
import type { Secrets } from '../domain/people/secrets.ts';
import { type Env, readEnv } from './env.ts';
import { loadSecrets } from './secrets.ts';

interface ServerContext {
  db: Database;
  secrets: Secrets;
  env: Env;
  /** The one township of this installation; null until it is set up. */
  townshipId(): Promise<string | null>;
}

let context: ServerContext | null = null;

/** What every request shares. Opened at the first one, from what start.ts found out and left in the environment. */
export function serverContext(): ServerContext {
  context ??= open();
  return context;
}

function open(): ServerContext {
  const { FURROW_DATABASE_URL: url, FURROW_DATA_DIR: dataDir } = process.env;
  const outcome = readEnv(process.env);
  if (!url || !dataDir || !outcome.ok) throw new Error('the server is started by src/server/start.ts');
  const env = { ...outcome.env, databaseUrl: url, dataDir, isDemo: process.env.FURROW_DEMO === '1' };
  const db = connect(url, 20);
  let known: string | null = process.env.FURROW_TOWNSHIP_ID || null;
  const townshipId = async () => {
    known ??= (await db.selectFrom('township').select('id').orderBy('created_at').executeTakeFirst())?.id ?? null;
    return known;
  };
  return { db, secrets: loadSecrets(dataDir), env, townshipId };
}
