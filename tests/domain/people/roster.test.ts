import { describe, expect, test } from 'vitest';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { addLearner } from '../../../src/domain/people/roster/add-learner.ts';
import { editLearner } from '../../../src/domain/people/roster/edit-learner.ts';
import { isLearnerNumber } from '../../../src/domain/people/roster/learner-number.ts';
import { listLearners } from '../../../src/domain/people/roster/list-learners.ts';
import { moveLearner } from '../../../src/domain/people/roster/move-learner.ts';
import { readLearner } from '../../../src/domain/people/roster/read-learner.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { createGroup } from '../../../src/domain/people/townships/create-group.ts';
import { listGroups } from '../../../src/domain/people/townships/list-groups.ts';
import { setGroupMembers } from '../../../src/domain/people/townships/set-group-members.ts';
import { withDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const TODAY = '2026-03-01';

describe('the roster', () => {
  const db = withDatabase();

  test('staff add a farmer and find them by name, number, village and group', async () => {
    const { administrator, villageIds } = await seedTownship(db());
    const group = await createGroup(db(), administrator, { nameZh: '养羊一组', nameEn: 'Sheep one', baseId: 'mutouyingzi' }, NOW);
    const groupId = group.ok ? group.groupId : '';
    const added = await addLearner(
      db(),
      administrator,
      { name: '乌兰', sex: 'female', birthYear: 1968, trade: '肉羊', villageId: villageIds[1], groupIds: [groupId] },
      NOW,
    );
    if (!added.ok) throw new Error(added.reason);
    expect(isLearnerNumber(added.number)).toBe(true);
    const filters = [{ search: '乌' }, { search: added.number.slice(0, 3) }, { villageId: villageIds[1] }, { groupId }, {}];
    for (const filter of filters) {
      const found = await listLearners(db(), administrator, filter, TODAY);
      expect(found).toMatchObject({ total: 1, page: 1, pages: 1, learners: [{ name: '乌兰', villageZh: '新民村', hasPin: false }] });
    }
    for (const filter of [{ search: '%' }, { search: '王' }, { villageId: villageIds[0] }, { groupId: 'nonsense' }]) {
      expect((await listLearners(db(), administrator, filter, TODAY)).total).toBe(0);
    }
    expect(await readLearner(db(), administrator, added.learnerId)).toMatchObject({
      name: '乌兰',
      residences: [{ villageZh: '新民村', since: TODAY, until: null }],
      groups: [{ nameZh: '养羊一组', since: TODAY }],
    });
  });

  test('what cannot be is refused with its reason', async () => {
    const { administrator, trainer, villageIds, townshipId } = await seedTownship(db());
    const good = { name: '乌兰', villageId: villageIds[0] };
    const add = (change: object) => addLearner(db(), administrator, { ...good, ...change }, NOW);
    expect(await add({ name: ' ' })).toEqual({ ok: false, reason: 'name-missing' });
    expect(await add({ birthYear: 2027 })).toEqual({ ok: false, reason: 'birth-year-not-possible' });
    expect(await add({ villageId: townshipId })).toEqual({ ok: false, reason: 'village-unknown' });
    expect(await add({ villageId: '青山村' })).toEqual({ ok: false, reason: 'village-unknown' });
    expect(await add({ groupIds: [townshipId] })).toEqual({ ok: false, reason: 'group-unknown' });
    expect(await add({ since: '2026-02-30' })).toEqual({ ok: false, reason: 'day-not-possible' });
    expect(await add({ since: '2026-03-02' })).toEqual({ ok: false, reason: 'since-in-future' });
    await expect(addLearner(db(), trainer, good, NOW)).rejects.toBeInstanceOf(PermissionDenied);
    expect((await listLearners(db(), administrator, {}, TODAY)).total).toBe(0);
  });

  test('an edit changes what is named and nothing else', async () => {
    const township = await seedTownship(db());
    const { learnerId } = await addFarmer(db(), township, { birthYear: 1970 });
    expect(await editLearner(db(), township.administrator, { learnerId, trade: '玉米', isAway: true }, NOW)).toEqual({ ok: true });
    const page = await readLearner(db(), township.administrator, learnerId);
    expect(page).toMatchObject({ name: '王秀兰', birthYear: 1970, trade: '玉米', isAway: true });
    const nobody = await editLearner(db(), township.administrator, { learnerId: township.townshipId, trade: '玉米' }, NOW);
    expect(nobody).toEqual({ ok: false, reason: 'no-such-learner' });
  });

  test('a move keeps where they lived before', async () => {
    const township = await seedTownship(db());
    const { learnerId } = await addFarmer(db(), township);
    const [qingshan, xinmin] = township.villageIds;
    const move = (villageId: string, since: string) => moveLearner(db(), township.administrator, { learnerId, villageId, since }, NOW);
    expect(await move(xinmin, '2026-02-01')).toEqual({ ok: true });
    const page = await readLearner(db(), township.administrator, learnerId);
    expect(page?.residences).toMatchObject([
      { villageId: xinmin, since: '2026-02-01', until: null },
      { villageId: qingshan, since: '2020-01-01', until: '2026-02-01' },
    ]);
    expect((await listLearners(db(), township.administrator, { villageId: qingshan }, '2026-01-31')).total).toBe(1);
    expect((await listLearners(db(), township.administrator, { villageId: qingshan }, '2026-02-01')).total).toBe(0);
    expect(await move(xinmin, '2026-02-10')).toEqual({ ok: false, reason: 'already-lives-there' });
    expect(await move(qingshan, '2026-01-15')).toEqual({ ok: false, reason: 'since-before-last-move' });
    expect(await move(qingshan, '2026-03-02')).toEqual({ ok: false, reason: 'since-in-future' });
    expect(await move(learnerId, '2026-02-10')).toEqual({ ok: false, reason: 'village-unknown' });
  });

  test('a move on the day of the last one corrects it', async () => {
    const township = await seedTownship(db());
    const { learnerId } = await addFarmer(db(), township);
    const [qingshan, xinmin] = township.villageIds;
    await moveLearner(db(), township.administrator, { learnerId, villageId: xinmin, since: '2026-02-01' }, NOW);
    const back = await moveLearner(db(), township.administrator, { learnerId, villageId: qingshan, since: '2026-02-01' }, NOW);
    expect(back).toEqual({ ok: true });
    const page = await readLearner(db(), township.administrator, learnerId);
    expect(page?.residences.map((row) => row.since)).toEqual(['2026-02-01', '2020-01-01']);
  });

  test('a removed farmer leaves the list, keeps their page, and it is written down', async () => {
    const township = await seedTownship(db());
    const { learnerId } = await addFarmer(db(), township);
    expect(await removeLearner(db(), township.administrator, learnerId, NOW)).toEqual({ ok: true });
    expect(await removeLearner(db(), township.administrator, learnerId, NOW)).toEqual({ ok: false, reason: 'no-such-learner' });
    expect((await listLearners(db(), township.administrator, {}, TODAY)).total).toBe(0);
    expect(await readLearner(db(), township.administrator, learnerId)).toMatchObject({ removedAt: NOW });
    expect(await db().selectFrom('audit').select('deed').execute()).toEqual([{ deed: 'learner-removed' }]);
  });
});

describe('a group', () => {
  const db = withDatabase();

  test('is exactly who was set, and who left stays a dated member', async () => {
    const township = await seedTownship(db());
    const { administrator, townshipId } = township;
    const [first, second] = [await addFarmer(db(), township), await addFarmer(db(), township)];
    const made = await createGroup(db(), administrator, { nameZh: '养羊一组', nameEn: '' }, NOW);
    const groupId = made.ok ? made.groupId : '';
    const set = (learnerIds: string[], since: string) => setGroupMembers(db(), administrator, { groupId, learnerIds, since }, NOW);
    expect(await set([first.learnerId], '2026-01-01')).toEqual({ ok: true, joined: 1, left: 0 });
    expect(await set([second.learnerId], '2026-02-01')).toEqual({ ok: true, joined: 1, left: 1 });
    const members = await Promise.all(['2026-01-15', '2026-02-15'].map((day) => listLearners(db(), administrator, { groupId }, day)));
    expect(members.map((page) => page.learners[0]?.id)).toEqual([first.learnerId, second.learnerId]);
    expect(await set([], '2026-02-01')).toEqual({ ok: true, joined: 0, left: 1 });
    expect(await set([second.learnerId], '2026-02-01')).toEqual({ ok: true, joined: 1, left: 0 });
    expect(await listGroups(db(), townshipId, TODAY)).toMatchObject([{ nameZh: '养羊一组', nameEn: '养羊一组', members: 1 }]);
    expect(await set([townshipId], TODAY)).toEqual({ ok: false, reason: 'no-such-learner' });
    expect(await listGroups(db(), townshipId, TODAY)).toMatchObject([{ members: 1 }]);
  });

  test('needs a name of its own', async () => {
    const { administrator } = await seedTownship(db());
    const create = (nameZh: string) => createGroup(db(), administrator, { nameZh, nameEn: 'x' }, NOW);
    expect(await create('养羊一组')).toMatchObject({ ok: true });
    expect(await create('养羊一组')).toEqual({ ok: false, reason: 'name-taken' });
    expect(await create('')).toEqual({ ok: false, reason: 'name-missing' });
  });
});
