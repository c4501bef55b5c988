import type { SystemActor } from '../../src/domain/people/actor.ts';
import { chooseFirstPin } from '../../src/domain/people/choose-first-pin.ts';
import { issueOneTimeCodes } from '../../src/domain/people/roster/issue-one-time-codes.ts';
import { makeLearnerNumber } from '../../src/domain/people/roster/learner-number.ts';
import type { Secrets } from '../../src/domain/people/secrets.ts';
import type { Database } from '../connect.ts';
import type { Dice } from './dice.ts';
import type { DemoSignIn } from './make-demo.ts';
import { DEMO_VILLAGES, type DemoVillage, inventName } from './places.ts';

export interface DemoFarmer {
  id: string;
  number: string;
  villageId: string;
  village: DemoVillage;
  groupIds: string[];
}

const FARMERS_PER_VILLAGE = 125;
const TRADES = ['肉羊', '细毛羊', '玉米', '谷子', '桑园', '外出务工', '杂粮'];
const OPEN_PINS = ['2580', '8024', '6173'];

/** About 2,000 invented farmers with villages and groups, in a handful of statements. */
export async function addDemoFarmers(
  db: Database,
  { townshipId }: SystemActor,
  groups: { id: string; baseId: string | null }[],
  now: Date,
  dice: Dice,
): Promise<DemoFarmer[]> {
  const villages = await db
    .selectFrom('village')
    .select(['id', 'name_zh'])
    .where('township_id', '=', townshipId)
    .orderBy('position')
    .execute();
  const numbers = distinctNumbers(DEMO_VILLAGES.length * FARMERS_PER_VILLAGE, dice);
  const farmers: DemoFarmer[] = [];
  const rows = [];
  for (const { id: villageId, name_zh } of villages) {
    const village = DEMO_VILLAGES.find((each) => each.zh === name_zh);
    if (!village) continue;
    for (let place = 0; place < FARMERS_PER_VILLAGE; place += 1) {
      const sex = dice.chance(0.48) ? ('female' as const) : ('male' as const);
      const near = groups.filter((group) => village.nearBases.includes(group.baseId ?? '') && dice.chance(0.25));
      const farmer = {
        id: dice.uuid(now.getTime()),
        number: numbers.pop() ?? '',
        villageId,
        village,
        groupIds: near.map((group) => group.id),
      };
      farmers.push(farmer);
      rows.push({
        township_id: townshipId,
        id: farmer.id,
        number: farmer.number,
        name: inventName(sex, dice),
        sex,
        birth_year: now.getUTCFullYear() - dice.between(14, 76),
        literacy: dice.pick(['none', 'some', 'some', 'reads'] as const),
        trade: dice.pick(TRADES),
        is_away: dice.chance(0.14),
        consent_on: now.toISOString().slice(0, 10),
        created_at: now,
      });
    }
  }
  await db.insertInto('learner').values(rows).execute();
  const since = '2020-01-01';
  await db
    .insertInto('residence')
    .values(farmers.map((farmer) => ({ township_id: townshipId, learner_id: farmer.id, village_id: farmer.villageId, since })))
    .execute();
  const memberships = farmers.flatMap((farmer) =>
    farmer.groupIds.map((group_id) => ({ township_id: townshipId, group_id, learner_id: farmer.id, since })),
  );
  await db.insertInto('group_membership').values(memberships).execute();
  return farmers;
}

function distinctNumbers(count: number, dice: Dice): string[] {
  const numbers = new Set<string>();
  while (numbers.size < count) numbers.add(makeLearnerNumber((below) => Math.floor(dice.roll() * below)));
  return [...numbers];
}

/** Three farmers get a PIN through the same one-time code as everybody else, so that the demo can be walked. */
export async function giveDemoPins(
  db: Database,
  system: SystemActor,
  farmers: DemoFarmer[],
  now: Date,
  secrets: Secrets,
): Promise<DemoSignIn[]> {
  const near = farmers.filter((farmer) => farmer.village.nearBases.includes('mutouyingzi'));
  const chosen = near.filter((_, place) => place % 60 === 0).slice(0, OPEN_PINS.length);
  const codes = await issueOneTimeCodes(
    db,
    system,
    chosen.map((farmer) => farmer.id),
    now,
    secrets,
  );
  const {
    id: kioskId,
    base_id: baseId,
    name,
  } = await db
    .selectFrom('kiosk')
    .select(['id', 'base_id', 'name'])
    .where('township_id', '=', system.townshipId)
    .where('is_demo', '=', true)
    .executeTakeFirstOrThrow();
  const kiosk = { kind: 'kiosk' as const, townshipId: system.townshipId, kioskId, baseId, name, isDemo: true };
  const signIns: DemoSignIn[] = [];
  for (const [place, farmer] of chosen.entries()) {
    const code = codes.find((each) => each.learnerId === farmer.id)?.code ?? '';
    const pin = OPEN_PINS[place] ?? '';
    const made = await chooseFirstPin(db, kiosk, { villageId: farmer.villageId, number: farmer.number, code, pin }, now, secrets);
    if (!made.ok) throw new Error(`demo PIN: ${made.reason}`);
    signIns.push({ who: 'farmer', name: farmer.number, secret: pin, village: farmer.village.zh });
  }
  return signIns;
}
