import { randomBytes } from 'node:crypto';
import { requireCourse } from '../../src/domain/learning/require-course.ts';
import { importCourses } from '../../src/domain/lessons/import-courses.ts';
import type { SystemActor } from '../../src/domain/people/actor.ts';
import { townshipDay } from '../../src/domain/people/calendar.ts';
import type { Secrets } from '../../src/domain/people/secrets.ts';
import { createAccount } from '../../src/domain/people/townships/create-account.ts';
import type { Database } from '../connect.ts';
import { type Dice, makeDice } from './dice.ts';
import { addDemoFarmers, giveDemoPins } from './farmers.ts';
import { DEMO_GROUPS, DEMO_VILLAGES } from './places.ts';
import { playLearningYear } from './play-learning-year.ts';

export interface DemoSignIn {
  who: 'administrator' | 'staff' | 'trainer' | 'farmer';
  /** A username, or a farmer's village and number. */
  name: string;
  secret: string;
  village?: string;
  baseId?: string;
}
interface DemoInput {
  secrets: Secrets;
  contentDir: string;
  now: Date;
  progress: (message: string) => void;
}

const SEED = 20260301;
export const DEMO_BASES = ['qingshan', 'mutouyingzi', 'xinwopu', 'xinmin', 'hashatu'];

/** Builds the demo township on an empty, migrated database and returns its sign-ins; the only time passwords and PINs are known. */
export async function makeDemo(db: Database, { secrets, contentDir, now, progress }: DemoInput): Promise<DemoSignIn[]> {
  const dice = makeDice(SEED);
  const system = await foundTownship(db, now, dice);
  progress('courses');
  const imported = await importCourses(db, system, contentDir, now);
  if (!imported.ok) throw new Error(`shipped courses did not pass: ${JSON.stringify(imported)}`);
  const groups = await addGroups(db, system, now, dice);
  await addKiosks(db, system, now, dice);

  progress('farmers');
  const farmers = await addDemoFarmers(db, system, groups, now, dice);
  await requireFirstCourses(db, system, now);
  progress('accounts');
  const signIns = [...(await addAccounts(db, system, now)), ...(await giveDemoPins(db, system, farmers, now, secrets))];
  await playLearningYear(db, system, farmers, secrets, now, dice, progress);
  await db.updateTable('township').set({ is_demo: true }).where('id', '=', system.townshipId).execute();
  return signIns;
}

async function foundTownship(db: Database, now: Date, dice: Dice): Promise<SystemActor> {
  const townshipId = dice.uuid(now.getTime());
  const names = { name_zh: '木头营子乡（演示）', name_en: 'Mutouyingzi Township (demo)' };
  await db
    .insertInto('township')
    .values({ id: townshipId, ...names, created_at: now })
    .execute();
  const villages = DEMO_VILLAGES.map((village, position) => ({
    township_id: townshipId,
    id: dice.uuid(now.getTime()),
    name_zh: village.zh,
    name_en: village.en,
    is_invented: village.isInvented,
    position,
  }));
  await db.insertInto('village').values(villages).execute();
  const hashatu = villages.find((village) => village.name_zh === '哈沙图村');
  if (hashatu)
    await db.insertInto('village_alias').values({ township_id: townshipId, village_id: hashatu.id, alias: '哈沙吐村' }).execute();
  return { kind: 'system', townshipId };
}

async function addGroups(db: Database, { townshipId }: SystemActor, now: Date, dice: Dice) {
  const groups = DEMO_GROUPS.map((group) => ({
    township_id: townshipId,
    id: dice.uuid(now.getTime()),
    name_zh: group.zh,
    name_en: group.en,
    kind: group.kind,
    base_id: group.baseId,
    created_at: now,
  }));
  await db.insertInto('learner_group').values(groups).execute();
  return groups.map((group) => ({ id: group.id, baseId: group.base_id }));
}

async function addKiosks(db: Database, { townshipId }: SystemActor, now: Date, dice: Dice) {
  const bases = await db.selectFrom('base').select(['id', 'name_zh']).where('township_id', '=', townshipId).orderBy('position').execute();
  const kiosk = (base_id: string, name: string, is_demo: boolean) => ({
    township_id: townshipId,
    id: dice.uuid(now.getTime()),
    base_id,
    name,
    is_demo,
    created_at: now,
  });
  const kiosks = bases.map((base) => kiosk(base.id, `${base.name_zh} 1 号`, false));
  await db
    .insertInto('kiosk')
    .values([...kiosks, kiosk('mutouyingzi', '演示终端', true)])
    .execute();
}

/** Each base asks the village it stands in to take its first course: as much as farmers of the demo come to in their visits. */
async function requireFirstCourses(db: Database, system: SystemActor, now: Date) {
  const courses = await db
    .selectFrom('course')
    .distinctOn('base_id')
    .select(['id', 'base_id'])
    .where('township_id', '=', system.townshipId)
    .orderBy('base_id')
    .orderBy('position')
    .execute();
  // A requirement cannot be backdated, so it is made on a day before the demo's first record.
  const beginning = new Date(now.getTime() - 360 * 24 * 3600_000);
  const since = townshipDay(beginning);
  for (const course of courses) {
    const made = await requireCourse(db, system, { courseId: course.id, baseId: course.base_id, since }, beginning);
    if (!made.ok) throw new Error(`demo requirement for ${course.id}: ${made.reason}`);
  }
}

async function addAccounts(db: Database, system: SystemActor, now: Date): Promise<DemoSignIn[]> {
  const people = [
    { who: 'administrator' as const, username: 'admin', displayName: '鲍主任', roles: [{ role: 'administrator' as const }] },
    { who: 'staff' as const, username: 'staff', displayName: '乌云', roles: [{ role: 'staff' as const }] },
    ...DEMO_BASES.map((baseId) => ({
      who: 'trainer' as const,
      username: `trainer-${baseId}`,
      displayName: TRAINERS[baseId] ?? baseId,
      roles: [{ role: 'trainer' as const, baseId }],
    })),
  ];
  const signIns: DemoSignIn[] = [];
  for (const person of people) {
    const password = randomBytes(9).toString('base64url');
    const made = await createAccount(db, system, { ...person, password }, now);
    if (!made.ok) throw new Error(`demo account ${person.username}: ${made.reason}`);
    const base = person.roles.find((role) => 'baseId' in role);
    signIns.push({
      who: person.who,
      name: person.username,
      secret: password,
      ...(base && 'baseId' in base ? { baseId: String(base.baseId) } : {}),
    });
  }
  return signIns;
}

const TRAINERS: Record<string, string> = {
  qingshan: '李老师',
  mutouyingzi: '王师傅',
  xinwopu: '巴师傅',
  xinmin: '陈老师',
  hashatu: '赵老师',
};
