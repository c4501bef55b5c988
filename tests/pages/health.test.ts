import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { createDatabase } from '../support/database.ts';
import { type RunningServer, startServer } from '../support/server.ts';

describe('GET /api/health', () => {
  let server: RunningServer;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    server = await startServer({ databaseUrl: database.url });
  }, 180_000);
  afterAll(async () => {
    await server?.stop();
    await database?.drop();
  });

  const ask = async () => {
    const answer = await fetch(`${server.url}/api/health/`);
    return { status: answer.status, body: await answer.json() };
  };

  it('says 200 when the database answers and is current', async () => {
    expect(await ask()).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('says 503 with the reason when a newer version has been at the database', async () => {
    const db = connect(database.url, 1).withTables<{ kysely_migration: { name: string; timestamp: string } }>();
    await db.insertInto('kysely_migration').values({ name: '999-later', timestamp: '2030-01-01' }).execute();
    expect(await ask()).toMatchObject({ status: 503, body: { ok: false, reason: 'database-newer-than-code' } });
    await db.deleteFrom('kysely_migration').where('name', '=', '999-later').execute();
    await db.destroy();
    expect((await ask()).status).toBe(200);
  });

  it('prints the address and the one-time code of the set-up page for an empty database', () => {
    expect(server.output()).toMatch(/\/set-up\/ with the code \S{12}/);
  });
});
