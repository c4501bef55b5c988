import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../db/connect.ts';
import { doDailyWork } from '../../../src/server/daily-work.ts';
import { createDatabase } from '../../support/database.ts';
import { seedTownship } from '../../support/seed.ts';

describe('what the server does by itself', () => {
  it('erases at its start who was new more than 90 days ago, and leaves who came yesterday', async () => {
    const made = await createDatabase();
    const db = connect(made.url, 1);
    try {
      const { townshipId: township_id, villageIds } = await seedTownship(db);
      for (const [name, days] of [
        ['王', 91],
        ['包', 1],
      ] as const) {
        const [sitting_id, arrived_at] = [randomUUID(), new Date(Date.now() - days * 86_400_000)];
        const sitting = { township_id, id: sitting_id, base_id: 'mutouyingzi', sequence: 1, began_at: arrived_at, received_at: arrived_at };
        await db.insertInto('sitting').values(sitting).execute();
        await db
          .insertInto('newcomer')
          .values({ township_id, sitting_id, name, village_id: villageIds[0], birth_year: 1970, arrived_at })
          .execute();
      }
      await doDailyWork(made.url);
      expect(await db.selectFrom('newcomer').select('name').execute()).toEqual([{ name: '包' }]);
      expect(await db.selectFrom('sitting').select('id').execute()).toHaveLength(2);
    } finally {
      await db.destroy();
      await made.drop();
    }
  });
});
