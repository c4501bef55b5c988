import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { offerReview, readReview } from '../../../src/domain/learning/offer-review.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import { chooseReview } from '../../../src/domain/learning/review-rules.ts';
import { withDatabase } from '../../support/database.ts';
import { checkedLesson, publishVersion, seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');

describe('choosing the questions of a review', () => {
  const candidate = (questionId: string, objective: string, askedOn: string) => ({
    lessonId: 'drench',
    version: 1,
    questionId,
    objective,
    askedOn,
  });

  it('takes three over two objectives, those not asked for longest first', () => {
    const chosen = chooseReview([
      candidate('q1', 'o1', '2026-03-01'),
      candidate('q2', 'o1', '2026-03-02'),
      candidate('q3', 'o1', '2026-03-03'),
      candidate('q4', 'o2', '2026-04-01'),
    ]);
    expect(chosen?.map(({ questionId }) => questionId)).toEqual(['q1', 'q4', 'q2']);
  });

  it('takes none where three questions or two objectives cannot be had', () => {
    const day = '2026-03-01';
    expect(chooseReview([candidate('q1', 'o1', day), candidate('q2', 'o1', day), candidate('q3', 'o1', day)])).toBeNull();
    expect(chooseReview([candidate('q1', 'o1', day), candidate('q4', 'o2', day)])).toBeNull();
  });
});

describe('the review of a topic', () => {
  const database = withDatabase();

  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 0.8 } }] });
    const { learnerId } = await addFarmer(db, township, { village: township.villageIds[1] });
    await send(db, township, sittingOf(township, learnerId, '2026-03-01T01:00:00Z').study('drench').records);
    const offered = (today: string) => offerReview(db, township.townshipId, learnerId, today);
    return { db, township, learnerId, offered };
  }
  async function send(db: Database, township: SeededTownship, records: TestRecord[]) {
    const outcome = await receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
    expect(outcome).toMatchObject({ ok: true, rejected: [], conflict: [] });
  }

  it('is offered from the fourteenth day after understood, and not a day sooner', async () => {
    const { offered } = await prepare();
    expect(await offered('2026-03-14')).toBeNull();
    const review = await offered('2026-03-15');
    expect(review).toMatchObject({ topic: 'science' });
    expect(review?.questions).toHaveLength(3);
  });

  it('makes the topic remembered with two of three right, and is then offered no more', async () => {
    const { db, township, learnerId, offered } = await prepare();
    const review = await offered('2026-03-20');
    const sitting = sittingOf(township, learnerId, '2026-03-20T01:00:00Z');
    for (const [index, { lessonId, version, questionId }] of (review?.questions ?? []).entries())
      sitting.answer(lessonId, questionId, index === 0 ? 'b' : 'a', { version });
    await send(db, township, sitting.records);
    const standing = db.selectFrom('learner_standing').select('retained_on').where('base_id', '=', '').where('topic', '=', 'science');
    expect(await standing.executeTakeFirst()).toEqual({ retained_on: '2026-03-20' });
    expect(await offered('2026-04-20')).toBeNull();
  });

  it('is not offered again on the day it was missed, and with other questions on a later day', async () => {
    const { db, township, learnerId, offered } = await prepare();
    const first = await offered('2026-03-20');
    const sitting = sittingOf(township, learnerId, '2026-03-20T01:00:00Z');
    for (const { lessonId, questionId } of first?.questions ?? []) sitting.answer(lessonId, questionId, 'b');
    await send(db, township, sitting.records);
    expect(await offered('2026-03-20')).toBeNull();
    const second = await offered('2026-03-21');
    const asked = first?.questions.map(({ questionId }) => questionId) ?? [];
    expect(second?.questions.some(({ questionId }) => !asked.includes(questionId))).toBe(true);
  });

  it('leaves out a question whose answer was changed, and a lesson that was taken back', async () => {
    const { db, township, offered } = await prepare();
    const changed = checkedLesson({ science: 0.8 });
    for (const question of changed.questions.slice(0, 2)) question.keyDigest = 'another answer';
    await publishVersion(db, township, 'drench', 2, changed, new Date('2026-03-10T00:00:00Z'));
    // Two questions of one objective are left: too few to show anything.
    expect(await offered('2026-03-20')).toBeNull();
    await publishVersion(db, township, 'drench', 3, checkedLesson({ science: 0.8 }), new Date('2026-03-11T00:00:00Z'));
    expect((await offered('2026-03-20'))?.questions[0]?.version).toBe(3);
    const taken = { township_id: township.townshipId, lesson_id: 'drench', version: null, published_by: null };
    await db
      .insertInto('lesson_publication')
      .values({ ...taken, published_at: new Date('2026-03-12T00:00:00Z') })
      .execute();
    expect(await offered('2026-03-20')).toBeNull();
  });

  it('carries the questions of the frozen version in both languages', async () => {
    const { db, township, offered } = await prepare();
    const checked = checkedLesson({ science: 0.8 });
    const step = (html: string) => ({ kind: 'question' as const, questionId: 'q1', title: '', html, speech: html });
    checked.steps = { zh: [step('问题')], en: [step('A question')] };
    await publishVersion(db, township, 'drench', 2, checked, new Date('2026-03-10T00:00:00Z'));
    const offer = await offered('2026-03-20');
    expect(offer && (await readReview(db, township.townshipId, offer))).toEqual([
      {
        lessonId: 'drench',
        version: 2,
        questionId: 'q1',
        title: checked.title,
        html: { zh: '问题', en: 'A question' },
        speech: { zh: '问题', en: 'A question' },
      },
    ]);
  });
});
