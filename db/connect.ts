import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

// A date is a day on the township's calendar, not an instant: keep it a string, or a time zone shifts it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Our bigints are counters and milliseconds, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** Opens a pool of at most `connections` to `url`; nothing is sent until the first query. */
export function connect(url: string, connections = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // An idle connection that breaks (server restart) is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks between two queries of a transaction: the next query reports it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
