import { describe, expect, test } from 'vitest';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { moveLearner } from '../../../src/domain/people/roster/move-learner.ts';
import { addVillage } from '../../../src/domain/people/villages/add-village.ts';
import { editVillage } from '../../../src/domain/people/villages/edit-village.ts';
import { listVillages } from '../../../src/domain/people/villages/list-villages.ts';
import { villageRegister } from '../../../src/domain/people/villages/village-register.ts';
import { withDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const TODAY = '2026-03-01';
const hashatu = { nameZh: '哈沙图村', nameEn: 'Hashatu', aliases: ['哈沙吐村', ' '], since: '2020-01-01', until: null };

describe('villages', () => {
  const db = withDatabase();

  test('staff add a village with its other spelling, and kiosks show it after the others', async () => {
    const { administrator, townshipId } = await seedTownship(db());
    expect(await addVillage(db(), administrator, hashatu, NOW)).toMatchObject({ ok: true });
    expect((await listVillages(db(), townshipId, TODAY)).map(({ nameZh }) => nameZh)).toEqual(['青山村', '新民村', '哈沙图村']);
    const register = await villageRegister(db(), administrator, TODAY);
    expect(register.at(-1)).toMatchObject({ nameEn: 'Hashatu', aliases: ['哈沙吐村'], residents: 0 });
  });

  test('a trainer cannot', async () => {
    const { trainer } = await seedTownship(db());
    await expect(addVillage(db(), trainer, hashatu, NOW)).rejects.toThrow(PermissionDenied);
    await expect(villageRegister(db(), trainer, TODAY)).rejects.toThrow(PermissionDenied);
  });

  test('a name or a spelling another village has is refused, and nothing of it is written', async () => {
    const { administrator, villageIds, townshipId } = await seedTownship(db());
    await addVillage(db(), administrator, hashatu, NOW);
    expect(await addVillage(db(), administrator, { ...hashatu, aliases: [] }, NOW)).toEqual({ ok: false, reason: 'name-taken' });
    const twice = { ...hashatu, nameZh: '另一个村' };
    expect(await addVillage(db(), administrator, twice, NOW)).toEqual({ ok: false, reason: 'alias-taken' });
    expect(await listVillages(db(), townshipId, TODAY)).toHaveLength(3);
    const renamed = { ...twice, villageId: villageIds[0] };
    expect(await editVillage(db(), administrator, renamed, NOW)).toEqual({ ok: false, reason: 'alias-taken' });
    expect((await listVillages(db(), townshipId, TODAY))[0]?.nameZh).toBe('青山村');
  });

  test('a village ends when the last resident has moved, and is still there on earlier days', async () => {
    const township = await seedTownship(db());
    const { administrator, villageIds, townshipId } = township;
    const { learnerId } = await addFarmer(db(), township);
    const ended = { villageId: villageIds[0], nameZh: '青山村', nameEn: '', aliases: [], since: '1900-01-01', until: TODAY };
    expect(await editVillage(db(), administrator, ended, NOW)).toEqual({ ok: false, reason: 'village-has-residents' });
    await moveLearner(db(), administrator, { learnerId, villageId: villageIds[1], since: '2026-02-01' }, NOW);
    expect(await editVillage(db(), administrator, ended, NOW)).toEqual({ ok: true });
    expect((await listVillages(db(), townshipId, TODAY)).map(({ id }) => id)).toEqual([villageIds[1]]);
    expect(await listVillages(db(), townshipId, '2026-02-28')).toHaveLength(2);
  });

  test('no name, no such village, days that never were or stand the wrong way round are each refused by name', async () => {
    const { administrator, villageIds } = await seedTownship(db());
    const edit = (change: object) => editVillage(db(), administrator, { ...hashatu, villageId: villageIds[0], ...change }, NOW);
    expect(await edit({ nameZh: ' ' })).toEqual({ ok: false, reason: 'name-missing' });
    expect(await edit({ aliases: ['村'.repeat(61)] })).toEqual({ ok: false, reason: 'name-too-long' });
    expect(await edit({ since: '2026-02-30' })).toEqual({ ok: false, reason: 'day-not-possible' });
    expect(await edit({ until: '2019-12-31' })).toEqual({ ok: false, reason: 'ends-before-it-begins' });
    expect(await edit({ villageId: 'nowhere' })).toEqual({ ok: false, reason: 'village-unknown' });
    expect(await edit({ villageId: administrator.accountId })).toEqual({ ok: false, reason: 'village-unknown' });
  });
});
