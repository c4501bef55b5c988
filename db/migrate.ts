import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './connect.ts';

const folder = process.env.FURROW_MIGRATIONS ?? fileURLToPath(new URL('./migrations/', import.meta.url));

export type MigrationOutcome = { ok: true; applied: string[] } | { ok: false; reason: 'database-newer-than-code'; unknown: string[] };

/** Brings the database up to this code's last migration, or to `upTo`. Refuses one that a newer version has already been at. */
export async function migrate(db: Database, upTo?: string): Promise<MigrationOutcome> {
  const status = await migrationStatus(db);
  if (status.unknown.length > 0) return { ok: false, reason: 'database-newer-than-code', unknown: status.unknown };
  const { error, results } = await (upTo === undefined ? migrator(db).migrateToLatest() : migrator(db).migrateTo(upTo));
  if (error) throw error;
  return { ok: true, applied: (results ?? []).map((result) => result.migrationName) };
}

/** Names of migrations not yet applied, and of applied ones this code does not know. */
export async function migrationStatus(db: Database): Promise<{ pending: string[]; unknown: string[] }> {
  const known = new Set(Object.keys(await readMigrations()));
  const applied = new Set(await appliedMigrations(db));
  return {
    pending: [...known].filter((name) => !applied.has(name)).sort(),
    unknown: [...applied].filter((name) => !known.has(name)).sort(),
  };
}

async function appliedMigrations(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute();
  return rows.map((row) => row.name);
}

function migrator(db: Database): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{3}-.*\.ts$/.test(file)).sort();
  const entries = files.map(async (file) => {
    const migration: Migration = await import(/* @vite-ignore */ pathToFileURL(`${folder}/${file}`).href);
    return [file.replace(/\.ts$/, ''), migration] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
