import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { endRequirement } from '../../../src/domain/learning/end-requirement.ts';
import { enrol } from '../../../src/domain/learning/enrol.ts';
import { learnerProgress } from '../../../src/domain/learning/learner-progress.ts';
import { lessonFigures } from '../../../src/domain/learning/lesson-figures.ts';
import { lessonLearners } from '../../../src/domain/learning/lesson-learners.ts';
import { listRequirements } from '../../../src/domain/learning/list-requirements.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { recordAdoption } from '../../../src/domain/learning/record-adoption.ts';
import { requireCourse } from '../../../src/domain/learning/require-course.ts';
import { stuckLearners } from '../../../src/domain/learning/stuck-learners.ts';
import { stuckObjectives } from '../../../src/domain/learning/stuck-objectives.ts';
import { voidRecord } from '../../../src/domain/learning/void-record.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { withDatabase } from '../../support/database.ts';
import { checkedLesson, publishVersion, seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');

describe('standing and progress', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    const lessons = [
      { id: 'drench', topics: { science: 0.8 } },
      { id: 'shed', topics: { science: 0.5, ecology: 0.5 } },
    ];
    await seedCourse(db, township, { id: 'sheep', lessons });
    // Xinmin is where the base mutouyingzi stands in the seed.
    const { learnerId } = await addFarmer(db, township, { village: township.villageIds[1] });
    return { db, township, learnerId };
  }
  async function send(db: Database, township: SeededTownship, records: TestRecord[], now = NOW) {
    const outcome = await receiveRecords(db, township.kiosk, { now: now.toISOString(), records }, now, township.secrets);
    expect(outcome).toMatchObject({ ok: true, rejected: [] });
  }
  const science = (db: Database) =>
    db.selectFrom('learner_standing').selectAll().where('base_id', '=', '').where('topic', '=', 'science').executeTakeFirst();

  it('completes a topic only when every lesson in scope is done', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench').records);
    expect(await science(db)).toMatchObject({ reached_on: '2026-03-01', completed_on: null });
    expect((await learnerProgress(db, township.townshipId, learnerId, '2026-03-01')).topics.science).toEqual({
      level: 'not-started',
      isReached: true,
      enough: true,
      done: 1,
      of: 2,
    });
    await send(db, township, sittingOf(township, learnerId, '2026-03-05T01:00:00Z').study('shed').records);
    expect(await science(db)).toMatchObject({ completed_on: '2026-03-05', mastered_on: '2026-03-05' });
  });

  it('does not master by clicking through with wrong answers', async () => {
    const { db, township, learnerId } = await prepare();
    const wrong = ['b', 'b', 'a', 'b'];
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench', wrong).study('shed', wrong).records);
    expect(await science(db)).toMatchObject({ completed_on: '2026-03-01', mastered_on: null });
  });

  it('takes only the first try of a day as evidence, and a later day instead of an earlier one', async () => {
    const { db, township, learnerId } = await prepare();
    await send(
      db,
      township,
      sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').answer('drench', 'q1', 'b').answer('drench', 'q1', 'a').records,
    );
    const seen = async () => (await db.selectFrom('lesson_state').select('evidence').executeTakeFirstOrThrow()).evidence.q1;
    expect(await seen()).toMatchObject({ day: '2026-03-01', right: false });
    await send(db, township, sittingOf(township, learnerId, '2026-03-02T01:00:00Z').answer('drench', 'q1', 'a').records);
    expect(await seen()).toMatchObject({ day: '2026-03-02', right: true });
  });

  it('leaves helped answers out of what the person knows', async () => {
    const { db, township, learnerId } = await prepare();
    await send(
      db,
      township,
      sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').answer('drench', 'q1', 'a', { helped: true }).records,
    );
    expect((await db.selectFrom('lesson_state').select('evidence').executeTakeFirstOrThrow()).evidence).toEqual({});
  });

  it('does not complete a lesson whose questions were not all answered', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench', ['a', 'a', 'a']).records);
    expect((await db.selectFrom('lesson_state').select('completed_at').executeTakeFirstOrThrow()).completed_at).toBeNull();
  });

  it('orders a sitting by its sequence although the clock was set back in it', async () => {
    const { db, township, learnerId } = await prepare();
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench');
    const last = records.at(-1);
    if (last) last.at = '2026-02-20T00:00:00.000Z';
    await send(db, township, records);
    expect((await db.selectFrom('lesson_state').select('completed_at').executeTakeFirstOrThrow()).completed_at).not.toBeNull();
  });

  it('remembers after 14 days by first tries over two objectives, and not a day sooner', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench').study('shed').records);
    const review = (at: string) =>
      sittingOf(township, learnerId, at).answer('drench', 'q1', 'a').answer('drench', 'q2', 'b').answer('drench', 'q3', 'a').records;
    await send(db, township, review('2026-03-14T01:00:00Z'));
    expect(await science(db)).toMatchObject({ mastered_on: '2026-03-01', retained_on: null });
    await send(db, township, review('2026-03-15T01:00:00Z'));
    expect(await science(db)).toMatchObject({ retained_on: '2026-03-15' });
    expect((await learnerProgress(db, township.townshipId, learnerId, '2026-03-15')).topics.science.level).toBe('remembered');
  });

  it('keeps what was earned when a new version asks more, and keeps evidence while the key is the same', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench').study('shed').records);
    const before = await science(db);
    await publishVersion(db, township, 'drench', 2, checkedLesson({ science: 0.9 }, 'other'), new Date('2026-03-10T00:00:00Z'));
    await send(db, township, sittingOf(township, learnerId, '2026-03-20T01:00:00Z').open('drench', 2).records);
    expect(await science(db)).toEqual(before);
  });

  it('measures by what is required where something is, and by what was joined otherwise', async () => {
    const { db, township, learnerId } = await prepare();
    await seedCourse(db, township, { id: 'more', lessons: [{ id: 'feed', topics: { science: 1 } }] });
    const required = await requireCourse(
      db,
      township.administrator,
      { courseId: 'more', baseId: 'mutouyingzi', since: '2026-02-01' },
      new Date('2026-02-01T00:00:00Z'),
    );
    expect(required).toMatchObject({ ok: true });
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('feed').records);
    const progress = await learnerProgress(db, township.townshipId, learnerId, '2026-03-01');
    expect(progress).toMatchObject({ required: ['more'], topics: { science: { done: 1, of: 1, level: 'understood' } } });
  });

  it('tells where to go on', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench').step('drench', 3).records);
    expect(await learnerProgress(db, township.townshipId, learnerId, '2026-03-01')).toMatchObject({
      place: { lessonId: 'drench', step: 3 },
      enrolled: ['sheep'],
    });
  });

  it('lets a trainer record use on the farm at their own base, and undo it', async () => {
    const { db, township, learnerId } = await prepare();
    const seen = await recordAdoption(db, township.trainer, { learnerId, topic: 'science', on: '2026-05-20', note: '看过羊圈' }, NOW);
    if (!seen.ok) throw new Error(seen.reason);
    expect(await science(db)).toMatchObject({ adopted_on: '2026-05-20', completed_on: null });
    expect((await learnerProgress(db, township.townshipId, learnerId, '2026-06-01')).topics.science.level).toBe('in-use');
    expect(await voidRecord(db, township.trainer, { recordId: seen.recordId }, NOW)).toMatchObject({ ok: true });
    const audit = await db.selectFrom('audit').select(['subject', 'account_id']).where('deed', '=', 'record-voided').execute();
    expect(audit).toEqual([{ subject: seen.recordId, account_id: township.trainer.accountId }]);
    expect(await science(db)).toBeUndefined();
  });

  it("cannot record use at another base, or in the future, and a trainer cannot void a farmer's answers", async () => {
    const { db, township, learnerId } = await prepare();
    const input = { learnerId, topic: 'science', on: '2026-05-20', note: '' } as const;
    await expect(recordAdoption(db, township.trainer, { ...input, baseId: 'qingshan' }, NOW)).rejects.toThrow(PermissionDenied);
    expect(await recordAdoption(db, township.trainer, { ...input, on: '2026-07-01' }, NOW)).toEqual({ ok: false, reason: 'in-the-future' });
    const { records } = sittingOf(township, learnerId, '2026-03-01T01:00:00Z').open('drench');
    await send(db, township, records);
    await expect(voidRecord(db, township.trainer, { recordId: records[1]?.id ?? '' }, NOW)).rejects.toThrow(PermissionDenied);
  });

  it('shows a trainer which objectives hold a farmer up, and who is in a lesson', async () => {
    const { db, township, learnerId } = await prepare();
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench', ['a', 'a', 'b', 'a']).records);
    expect(await stuckObjectives(db, township.trainer, learnerId)).toMatchObject({
      tried: 2,
      objectives: [{ lessonId: 'drench', objectiveId: 'o2', right: 1, answered: 2, lastTriedOn: '2026-03-01' }],
    });
    expect(await stuckLearners(db, township.trainer, 'drench', 1)).toMatchObject([
      { objectiveId: 'o1', tried: 1, stuck: 0 },
      { objectiveId: 'o2', tried: 1, stuck: 1 },
    ]);
    expect(await lessonFigures(db, township.trainer, ['drench', 'nowhere'])).toEqual(new Map([['drench', { learners: 1, completed: 1 }]]));
    expect(await lessonLearners(db, township.trainer, 'drench')).toMatchObject([{ learnerId, answered: 4, right: 3, completedVersion: 1 }]);
  });

  it('enrols by staff and by oneself, keeps the first date, and never somebody else', async () => {
    const { db, township, learnerId } = await prepare();
    const self = { kind: 'learner', townshipId: township.townshipId, learnerId, kioskId: township.kiosk.kioskId } as const;
    expect(await enrol(db, self, { learnerIds: [learnerId], courseId: 'sheep', by: 'learner' }, NOW)).toEqual({ ok: true, enrolled: 1 });
    expect(await enrol(db, township.administrator, { learnerIds: [learnerId], courseId: 'sheep', by: 'staff' }, NOW)).toEqual({
      ok: true,
      enrolled: 0,
    });
    const other = await addFarmer(db, township);
    await expect(enrol(db, self, { learnerIds: [other.learnerId], courseId: 'sheep', by: 'learner' }, NOW)).rejects.toThrow(
      PermissionDenied,
    );
    expect(await enrol(db, self, { learnerIds: [learnerId], courseId: 'none', by: 'learner' }, NOW)).toEqual({
      ok: false,
      reason: 'no-such-course',
    });
  });

  it('sets and ends a requirement, never in the past and never twice', async () => {
    const { db, township } = await prepare();
    const rule = { courseId: 'sheep', baseId: 'mutouyingzi' };
    expect(await requireCourse(db, township.administrator, { ...rule, since: '2026-05-01' }, NOW)).toEqual({
      ok: false,
      reason: 'since-in-the-past',
    });
    const set = await requireCourse(db, township.administrator, { ...rule, since: '2026-06-01' }, NOW);
    if (!set.ok) throw new Error(set.reason);
    expect(await requireCourse(db, township.administrator, { ...rule, since: '2026-06-02' }, NOW)).toEqual({
      ok: false,
      reason: 'already-required',
    });
    const later = new Date('2026-06-10T02:00:00Z');
    expect(await endRequirement(db, township.administrator, set.requirementId, later)).toEqual({ ok: true });
    expect(await listRequirements(db, township.administrator)).toMatchObject([
      { courseId: 'sheep', since: '2026-06-01', until: '2026-06-10', whom: { en: 'Mutouyingzi base' } },
    ]);
    await expect(requireCourse(db, township.trainer, { ...rule, since: '2026-07-01' }, NOW)).rejects.toThrow(PermissionDenied);
  });
});
