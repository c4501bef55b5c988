import { receiveRecords } from '../../src/domain/learning/receive-records.ts';
import { publishedLesson } from '../../src/domain/lessons/published-lesson.ts';
import type { KioskActor, SystemActor } from '../../src/domain/people/actor.ts';
import { makePass } from '../../src/domain/people/passes.ts';
import type { Secrets } from '../../src/domain/people/secrets.ts';
import type { Database } from '../connect.ts';
import type { Dice } from './dice.ts';
import type { DemoFarmer } from './farmers.ts';
import { type DemoLesson, type DemoRecord, sittingsOf } from './learning-year.ts';

const BATCH = 400;

/** A year of uneven learning, sent batch by batch through the same door as a real kiosk's records. */
export async function playLearningYear(
  db: Database,
  system: SystemActor,
  farmers: DemoFarmer[],
  secrets: Secrets,
  now: Date,
  dice: Dice,
  progress: (message: string) => void,
): Promise<void> {
  const lessons = await demoLessons(db, system);
  const kiosks = await demoKiosks(db, system);
  const kioskAt = (baseId: string) => {
    const kiosk = kiosks.get(baseId);
    if (!kiosk) throw new Error(`no kiosk at ${baseId}`);
    return kiosk;
  };
  const queues = new Map<string, DemoRecord[][]>();
  for (const farmer of farmers) {
    if (!dice.chance(farmer.village.turnout)) continue;
    const learner = {
      id: farmer.id,
      skill: 0.45 + dice.roll() * 0.52,
      baseIds: farmer.village.nearBases,
      pass: (kioskId: string) => makePass(secrets, { townshipId: system.townshipId, learnerId: farmer.id, kioskId }, now),
    };
    for (const sitting of sittingsOf(learner, lessons, (baseId) => kioskAt(baseId).kioskId, now, dice)) {
      queues.set(sitting.baseId, [...(queues.get(sitting.baseId) ?? []), sitting.records]);
    }
  }
  const total = [...queues.values()].flat(2).length;
  let sent = 0;
  for (const [baseId, sittings] of queues) {
    for (const records of batchesOf(sittings)) {
      const verdict = await receiveRecords(db, kioskAt(baseId), { now: now.toISOString(), records }, now, secrets);
      if (!verdict.ok || verdict.rejected.length > 0) throw new Error(`demo records refused: ${JSON.stringify(verdict).slice(0, 400)}`);
      sent += records.length;
      progress(`records ${sent}/${total}`);
    }
  }
}

function* batchesOf(sittings: DemoRecord[][]): Generator<DemoRecord[]> {
  let batch: DemoRecord[] = [];
  for (const records of sittings) {
    if (batch.length + records.length > BATCH) {
      yield batch;
      batch = [];
    }
    batch.push(...records);
  }
  if (batch.length > 0) yield batch;
}

async function demoLessons(db: Database, { townshipId }: SystemActor): Promise<DemoLesson[]> {
  const rows = await db
    .selectFrom('course_lesson as here')
    .innerJoin('course', (join) => join.onRef('course.township_id', '=', 'here.township_id').onRef('course.id', '=', 'here.course_id'))
    .select(['here.lesson_id', 'course.base_id'])
    .where('here.township_id', '=', townshipId)
    .orderBy('course.position')
    .orderBy('here.position')
    .execute();
  const lessons = await Promise.all(
    rows.map(async ({ lesson_id, base_id }) => {
      const published = await publishedLesson(db, townshipId, lesson_id);
      return published ? [{ id: lesson_id, version: published.version, baseId: base_id, checked: published.checked }] : [];
    }),
  );
  return lessons.flat();
}

async function demoKiosks(db: Database, { townshipId }: SystemActor): Promise<Map<string, KioskActor>> {
  const rows = await db
    .selectFrom('kiosk')
    .select(['id', 'base_id', 'name'])
    .where('township_id', '=', townshipId)
    .where('is_demo', '=', false)
    .execute();
  return new Map(
    rows.map(({ id, base_id, name }) => [
      base_id,
      { kind: 'kiosk' as const, townshipId, kioskId: id, baseId: base_id, name, isDemo: false },
    ]),
  );
}
