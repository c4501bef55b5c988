import { describe, expect, it } from 'vitest';
import { compareTests } from '../../../src/domain/learning/compare-tests.ts';
import { chooseTest } from '../../../src/domain/learning/course-test-rules.ts';
import { receiveRecords } from '../../../src/domain/learning/receive-records.ts';
import type { QuestionKey } from '../../../src/lesson-mdx/checked-lesson.ts';
import { withDatabase } from '../../support/database.ts';
import { seedCourse, sittingOf, type TestRecord } from '../../support/learning.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-06-01T02:00:00Z');

describe('the questions of a course’s test', () => {
  const question = (id: string, objective: string, luck = 1 / 3) =>
    ({ id, objective, luck, keyDigest: id, kind: 'single-choice', choices: ['a', 'b', 'c'], right: 'a' }) as QuestionKey;
  const lesson = (lessonId: string, objectives: string[], questions: QuestionKey[]) => ({
    lessonId,
    version: 1,
    objectives: objectives.map((id) => ({ id, text: { zh: id, en: id } })),
    questions,
  });
  const ids = (lessons: Parameters<typeof chooseTest>[0]) =>
    chooseTest(lessons).map(({ lessonId, questionId }) => `${lessonId} ${questionId}`);

  it('are one for each objective, the one hardest to guess, in the course’s order', () => {
    const one = lesson('one', ['o1', 'o2'], [question('q1', 'o1'), question('q2', 'o1', 1 / 6), question('q3', 'o2')]);
    const two = lesson('two', ['o1'], [question('b', 'o1'), question('a', 'o1')]);
    expect(ids([one, two])).toEqual(['one q2', 'one q3', 'two a']);
    expect(ids([one, two])).toEqual(ids([one, { ...two, questions: two.questions.toReversed() }]));
  });
  it('are twelve at most, and no lesson gives a second before every lesson gave its first', () => {
    const many = Array.from({ length: 8 }, (_, n) =>
      lesson(
        `l${n}`,
        ['o1', 'o2', 'o3'],
        ['o1', 'o2', 'o3'].map((o) => question(`q-${o}`, o)),
      ),
    );
    const chosen = chooseTest(many);
    expect(chosen).toHaveLength(12);
    expect(new Set(chosen.map(({ lessonId }) => lessonId)).size).toBe(8);
  });
});

describe('before and after a course', () => {
  const database = withDatabase();
  async function prepare() {
    const db = database();
    const township = await seedTownship(db);
    await seedCourse(db, township, { id: 'sheep', lessons: [{ id: 'drench', topics: { science: 0.8 } }] });
    const send = async (records: TestRecord[]) => {
      const outcome = await receiveRecords(db, township.kiosk, { now: NOW.toISOString(), records }, NOW, township.secrets);
      if (!outcome.ok) throw new Error('not a batch');
      return outcome;
    };
    const farmer = async () => (await addFarmer(db, township, { village: township.villageIds[1] })).learnerId;
    return { db, township, send, farmer };
  }
  function tested(
    township: SeededTownship,
    learnerId: string,
    verb: string,
    answers: [string, unknown][],
    at = '2026-03-01T01:00:00Z',
    more = {},
  ) {
    const { records } = sittingOf(township, learnerId, at).open('drench');
    const [began] = records;
    if (!began) throw new Error('no sitting');
    const said = answers.map(([question, response], index) => ({
      ...began,
      who: undefined,
      id: crypto.randomUUID(),
      seq: 10 + index,
      verb,
      lesson: 'drench',
      version: 1,
      question,
      response,
      ...more,
    }));
    // Only the sitting's beginning and the answers: a test opens no lesson.
    return [began, ...said] as TestRecord[];
  }

  it('is graded by the server, and moves neither progress nor evidence', async () => {
    const { db, township, send, farmer } = await prepare();
    const learnerId = await farmer();
    const records = tested(township, learnerId, 'tested-before', [
      ['q1', 'a'],
      ['q3', 'b'],
    ]);
    expect((await send(records)).accepted).toHaveLength(3);
    const kept = await db
      .selectFrom('learning_record')
      .select(['question_id', 'is_correct'])
      .where('verb', '=', 'tested-before')
      .orderBy('seq')
      .execute();
    expect(kept).toEqual([
      { question_id: 'q1', is_correct: true },
      { question_id: 'q3', is_correct: false },
    ]);
    expect(await db.selectFrom('lesson_state').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('standing_row').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('enrolment').selectAll().execute()).toEqual([]);
  });

  it('refuses an answer to no question and a response of the wrong shape', async () => {
    const { township, send, farmer } = await prepare();
    const outcome = await send(
      tested(township, await farmer(), 'tested-after', [
        ['q9', 'a'],
        ['q1', ['a']],
      ]),
    );
    expect(outcome.rejected.map(({ reason }) => reason)).toEqual(['unknown-question', 'not-an-answer']);
  });

  it('counts people by their first answer, and compares only those who answered both times', async () => {
    const { db, township, send, farmer } = await prepare();
    const [one, two, three] = [await farmer(), await farmer(), await farmer()];
    await send(tested(township, one, 'tested-before', [['q1', 'b']]));
    await send(tested(township, one, 'tested-after', [['q1', 'a']], '2026-04-01T01:00:00Z'));
    await send(tested(township, one, 'tested-after', [['q1', 'b']], '2026-04-02T01:00:00Z'));
    await send(tested(township, two, 'tested-before', [['q1', 'a']]));
    await send(tested(township, three, 'tested-before', [['q1', 'a']], undefined, { helped: true }));
    const found = await compareTests(db, township.trainer, 'sheep');
    expect(found?.objectives).toMatchObject([
      {
        objectiveId: 'o1',
        before: { right: 1, answered: 2 },
        after: { right: 1, answered: 1 },
        both: { people: 1, before: 0, after: 1 },
      },
      { objectiveId: 'o2', before: { right: 0, answered: 0 }, both: { people: 0 } },
    ]);
  });

  it('is seen by those who may read the roster, and by nobody else', async () => {
    const { db, township } = await prepare();
    expect(await compareTests(db, township.trainer, 'no-such-course')).toBeNull();
    await expect(compareTests(db, township.kiosk, 'sheep')).rejects.toThrow('may not');
  });
});
