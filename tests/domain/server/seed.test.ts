import { describe, expect, it } from 'vitest';
import { withDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

describe('a test database', () => {
  const db = withDatabase();

  it('is migrated and takes a township with a farmer', async () => {
    const township = await seedTownship(db());
    await addFarmer(db(), township, { name: '赵铁柱' });
    const farmers = await db().selectFrom('learner').select(['name', 'number']).execute();
    expect(farmers).toEqual([{ name: '赵铁柱', number: expect.stringMatching(/^\d{6}$/) }]);
  });

  it('is empty again in the next test, with one installation row', async () => {
    expect(await db().selectFrom('learner').selectAll().execute()).toEqual([]);
    expect(await db().selectFrom('installation').selectAll().execute()).toHaveLength(1);
  });
});
