import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backup, restore } from '../../../db/backup.ts';
import { connect } from '../../../db/connect.ts';
import { createDatabase, withDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';
import { temporaryFolder } from '../../support/server.ts';

describe('backup and restore', () => {
  const db = withDatabase();
  const folder = temporaryFolder();
  const file = join(folder, 'furrow.backup');
  const secrets = { pepper: 'cGVwcGVy', passKey: 'a2V5', outboxKey: 'Ym94' };
  const now = new Date('2026-03-01T00:00:00Z');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('bring every row and the secrets into an empty database, under a new epoch', async () => {
    const township = await seedTownship(db());
    await addFarmer(db(), township, { name: '赵 "铁"\n柱' });
    const bytes = randomBytes(3_000);
    const picture = { township_id: township.townshipId, digest: 'a'.repeat(64), media_type: 'image/svg+xml', bytes, created_at: now };
    await db().insertInto('media').values(picture).execute();
    await db().insertInto('audit').values({ township_id: township.townshipId, at: now, deed: 'test' }).execute();
    await backup(db(), file, secrets, now);

    const target = await createDatabase();
    const restored = connect(target.url, 2);
    expect(await restore(restored, file)).toMatchObject({ ok: true, secrets });
    for (const table of [
      'township',
      'village',
      'learner',
      'residence',
      'account',
      'kiosk',
      'kiosk_credential',
      'media',
      'audit',
    ] as const) {
      expect(await restored.selectFrom(table).selectAll().execute()).toEqual(await db().selectFrom(table).selectAll().execute());
    }
    const epoch = async (of: typeof restored) => (await of.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()).epoch;
    expect(await epoch(restored)).not.toBe(await epoch(db()));
    // The next audit row must not collide with a restored one.
    await restored.insertInto('audit').values({ township_id: township.townshipId, at: now, deed: 'after' }).execute();
    await restored.destroy();
    await target.drop();
  });

  it('refuse a database that already holds a township', async () => {
    await seedTownship(db());
    await backup(db(), file, secrets, now);
    expect(await restore(db(), file)).toEqual({ ok: false, reason: 'database-not-empty' });
  });

  it('leave nothing of a backup that is cut short or is none', async () => {
    await seedTownship(db());
    await backup(db(), file, secrets, now);
    const target = await createDatabase();
    const empty = connect(target.url, 2);
    truncateSync(file, readFileSync(file).length - 40);
    expect(await restore(empty, file)).toEqual({ ok: false, reason: 'backup-is-cut-short' });
    expect(await empty.selectFrom('township').selectAll().execute()).toEqual([]);
    writeFileSync(file, 'not a backup');
    expect(await restore(empty, file)).toEqual({ ok: false, reason: 'not-a-backup' });
    await empty.destroy();
    await target.drop();
  });
});
