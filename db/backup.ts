import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from './connect.ts';
import { migrate, migrationStatus } from './migrate.ts';

interface Head {
  furrow: 1;
  migrations: string[];
  at: string;
  secrets: Record<string, string>;
}
/** A row of these may be a whole video, written as twice as many hex digits. */
const HEAVY_ROWS: ReadonlySet<string> = new Set(['media']);
const LARGEST_BATCH = 64_000_000;

export type RestoreOutcome =
  | { ok: true; secrets: Record<string, string>; rows: number }
  | { ok: false; reason: 'not-a-backup' | 'backup-is-cut-short' | 'database-not-empty' | 'backup-newer-than-code' };

/** Every row of every table, as of one moment, in one gzipped file of JSON lines with the secrets; returns the number of rows. */
export async function backup(db: Database, file: string, secrets: Record<string, string>, now: Date): Promise<number> {
  const unfinished = `${file}.unfinished`;
  let rows = 0;
  const lines = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  await lines.execute(async (at) => {
    const migrations = await appliedMigrations(at);
    async function* write() {
      const head: Head = { furrow: 1, migrations, at: now.toISOString(), secrets };
      yield `${JSON.stringify(head)}\n`;
      for (const table of await tables(at)) {
        yield `${JSON.stringify({ table })}\n`;
        await sql.raw(`declare every_row no scroll cursor for select row_to_json(t)::text as line from "${table}" t`).execute(at);
        for (;;) {
          const batch = await sql<{ line: string }>`fetch ${sql.raw(HEAVY_ROWS.has(table) ? '2' : '2000')} from every_row`.execute(at);
          if (batch.rows.length === 0) break;
          rows += batch.rows.length;
          yield `${batch.rows.map((row) => row.line).join('\n')}\n`;
        }
        await sql`close every_row`.execute(at);
      }
      yield `${JSON.stringify({ end: rows })}\n`;
    }
    await pipeline(Readable.from(write()), createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
  });
  renameSync(unfinished, file);
  return rows;
}

/**
 * Fills an empty database from a backup, in one transaction, and gives the installation a new epoch: kiosks then send
 * again what they recorded since. The caller writes the returned secrets.
 */
export async function restore(db: Database, file: string): Promise<RestoreOutcome> {
  const head = await readHead(file);
  if (head === null) return { ok: false, reason: 'not-a-backup' };
  const known = await migrationStatus(db);
  const last = head.migrations.at(-1);
  if (known.pending.length === 0 && !(await isEmpty(db))) return { ok: false, reason: 'database-not-empty' };
  try {
    const moved = await migrate(db, last);
    if (!moved.ok) return { ok: false, reason: 'backup-newer-than-code' };
  } catch {
    return { ok: false, reason: 'backup-newer-than-code' };
  }
  try {
    const rows = await db.transaction().execute((into) => load(into, file));
    await migrate(db);
    return { ok: true, secrets: head.secrets, rows };
  } catch (error) {
    if (error instanceof CutShort || (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR')
      return { ok: false, reason: 'backup-is-cut-short' };
    throw error;
  }
}

async function load(into: Database, file: string): Promise<number> {
  await sql`delete from installation`.execute(into);
  let table: string | null = null;
  let batch: string[] = [];
  let batchSize = 0;
  let rows = 0;
  let promised: number | null = null;
  const flush = async () => {
    if (table !== null && batch.length > 0) {
      const records = `[${batch.join(',')}]`;
      const target = sql.raw(`"${table}"`);
      const source = sql.raw(`null::"${table}"`);
      await sql`insert into ${target} overriding system value select * from json_populate_recordset(${source}, ${records}::json)`.execute(
        into,
      );
    }
    batch = [];
    batchSize = 0;
  };
  for await (const line of readLines(file)) {
    const marker = /^\{"(furrow|table|end)":/.test(line) ? (JSON.parse(line) as { table?: string; end?: number }) : null;
    if (marker === null) {
      rows += 1;
      batchSize += line.length;
      if (batch.push(line) >= 1_000 || batchSize > LARGEST_BATCH) await flush();
      continue;
    }
    await flush();
    if (marker.table !== undefined) table = (await tables(into)).find((name) => name === marker.table) ?? null;
    if (marker.end !== undefined) promised = marker.end;
  }
  if (promised !== rows) throw new CutShort();
  await sql`update installation set epoch = gen_random_uuid(), setup_code_hash = null`.execute(into);
  await moveIdentitiesOn(into);
  return rows;
}

/** Thrown inside the transaction, so that nothing of half a backup stays. */
class CutShort extends Error {}

async function moveIdentitiesOn(db: Database): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(db);
  for (const { table, column } of rows) {
    await sql
      .raw(
        `select setval(pg_get_serial_sequence('"${table}"', '${column}'), (select coalesce(max("${column}"), 0) + 1 from "${table}"), false)`,
      )
      .execute(db);
  }
}

async function isEmpty(db: Database): Promise<boolean> {
  return (await db.selectFrom('township').select('id').executeTakeFirst()) === undefined;
}

/** In the order they were created: each refers only to those before it. */
async function tables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by oid`.execute(db);
  return rows.map((row) => row.name);
}

async function appliedMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

async function readHead(file: string): Promise<Head | null> {
  if (!existsSync(file)) return null;
  try {
    for await (const line of readLines(file)) {
      const head = JSON.parse(line) as Head;
      return head.furrow === 1 ? head : null;
    }
  } catch {
    // Not gzip, or not JSON.
  }
  return null;
}

async function* readLines(file: string): AsyncGenerator<string> {
  let rest = '';
  const text = createReadStream(file).pipe(createGunzip()).setEncoding('utf8');
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}
