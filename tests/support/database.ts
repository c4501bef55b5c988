import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';

/** A migrated database of this test file's own, emptied before each test. Call it in a describe; the value gives the connection. */
export function withDatabase(): () => Database {
  let made: { url: string; drop: () => Promise<void> } | null = null;
  let db: Database | null = null;
  beforeAll(async () => {
    made = await createDatabase();
    db = connect(made.url, 6);
  });
  beforeEach(async () => {
    if (db) await emptyDatabase(db);
  });
  afterAll(async () => {
    await db?.destroy();
    await made?.drop();
  });
  return () => {
    if (!db) throw new Error('the database is there only inside a test');
    return db;
  };
}

/** A fresh migrated database on the test server, for a test that hands its address to another process. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject('templateUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template furrow strategy file_copy`);
  return { url: template.replace(/furrow$/, name), drop: () => administer(`drop database if exists ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('templateUrl').replace(/furrow$/, 'postgres') });
  await client.connect();
  try {
    // Two workers cannot copy the template at the same moment: one waits for the other.
    await client.query('select pg_advisory_lock(4321)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function emptyDatabase(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'`.execute(db);
  await sql.raw(`truncate ${rows.map((row) => row.name).join(', ')} restart identity cascade`).execute(db);
  await sql`insert into installation default values`.execute(db);
}
