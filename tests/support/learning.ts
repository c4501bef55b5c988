import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../db/connect.ts';
import { makePass } from '../../src/domain/people/passes.ts';
import type { CheckedLesson, QuestionKey } from '../../src/lesson-mdx/checked-lesson.ts';
import type { SeededTownship } from './seed.ts';

const EARLY = new Date('2026-01-02T00:00:00Z');

/** A course of lessons as rows, each published at the beginning of the year. Every lesson has questions q1…q4 over two objectives. */
export async function seedCourse(
  db: Database,
  township: SeededTownship,
  course: { id: string; baseId?: string; lessons: { id: string; topics: CheckedLesson['topics'] }[] },
): Promise<void> {
  const township_id = township.townshipId;
  const base_id = course.baseId ?? 'mutouyingzi';
  await db
    .insertInto('course')
    .values({ township_id, id: course.id, base_id, title_zh: '课程', title_en: 'Course', created_at: EARLY, source: null })
    .execute();
  for (const [position, lesson] of course.lessons.entries()) {
    await db.insertInto('lesson').values({ township_id, id: lesson.id, created_at: EARLY }).execute();
    await db.insertInto('course_lesson').values({ township_id, course_id: course.id, lesson_id: lesson.id, position }).execute();
    await publishVersion(db, township, lesson.id, 1, checkedLesson(lesson.topics), EARLY);
  }
}

/** Freezes and publishes one version of a lesson. */
export async function publishVersion(
  db: Database,
  township: SeededTownship,
  lessonId: string,
  version: number,
  checked: CheckedLesson,
  at: Date,
): Promise<void> {
  const township_id = township.townshipId;
  const digest = createHash('sha256').update(`${lessonId} ${version}`).digest('hex');
  const sources = { metadata_source: '', zh_source: '', en_source: '' };
  await db
    .insertInto('lesson_version')
    .values({
      township_id,
      lesson_id: lessonId,
      version,
      digest,
      ...sources,
      checked: JSON.stringify(checked),
      created_by: null,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('lesson_publication')
    .values({ township_id, lesson_id: lessonId, version, published_by: null, published_at: at })
    .execute();
}

/** Four questions of three choices, 'a' right, two for each of two objectives. */
export function checkedLesson(topics: CheckedLesson['topics'], key = 'k'): CheckedLesson {
  const question = (id: string, objective: string): QuestionKey => ({
    id,
    objective,
    luck: 1 / 3,
    keyDigest: `${key}-${id}`,
    kind: 'single-choice',
    choices: ['a', 'b', 'c'],
    right: 'a',
  });
  return {
    minutes: 8,
    topics,
    objectives: [
      { id: 'o1', text: { zh: '目标一', en: 'Objective 1' } },
      { id: 'o2', text: { zh: '目标二', en: 'Objective 2' } },
    ],
    sources: ['[1]'],
    title: { zh: '一课', en: 'A lesson' },
    summary: { zh: '', en: '' },
    cover: null,
    media: {},
    steps: { zh: [], en: [] },
    questions: [question('q1', 'o1'), question('q2', 'o1'), question('q3', 'o2'), question('q4', 'o2')],
  };
}

export interface TestRecord {
  id: string;
  sitting: string;
  seq: number;
  verb: string;
  at: string;
  [more: string]: unknown;
}

/** What a kiosk would send for one sitting of a learner: `sitting(township, learnerId, at).open('lesson').answer(…).finish(…).records`. */
export function sittingOf(township: SeededTownship, learnerId: string, beganAt: string) {
  const sitting = randomUUID();
  const { townshipId, kiosk, secrets } = township;
  const began = new Date(beganAt);
  const who = makePass(secrets, { townshipId, learnerId, kioskId: kiosk.kioskId }, began);
  const records: TestRecord[] = [{ id: randomUUID(), sitting, seq: 0, verb: 'began', at: began.toISOString(), who }];
  const say = (verb: string, more: Record<string, unknown>) => {
    const seq = records.length;
    records.push({ id: randomUUID(), sitting, seq, verb, at: new Date(began.getTime() + seq * 20_000).toISOString(), ...more });
    return chain;
  };
  const chain = {
    records,
    open: (lesson: string, version = 1) => say('opened', { lesson, version }),
    step: (lesson: string, step: number, version = 1) => say('stepped', { lesson, version, step }),
    answer: (lesson: string, question: string, response: unknown, more: Record<string, unknown> = {}) =>
      say('answered', { lesson, version: 1, question, response, ...more }),
    finish: (lesson: string, version = 1) => say('finished', { lesson, version }),
    rate: (lesson: string, rating: string, version = 1) => say('rated', { lesson, version, rating }),
    void: (voids: string) => say('voided', { voids }),
    /** Opens, answers q1…q4 with these choices, finishes. */
    study: (lesson: string, answers = ['a', 'a', 'a', 'a'], version = 1) => {
      chain.open(lesson, version);
      for (const [index, response] of answers.entries()) chain.answer(lesson, `q${index + 1}`, response, { version });
      return chain.finish(lesson, version);
    },
  };
  return chain;
}
