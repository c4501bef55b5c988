import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Database } from '../../db/connect.ts';
import type { AccountActor, KioskActor, SystemActor } from '../../src/domain/people/actor.ts';
import type { Secrets } from '../../src/domain/people/secrets.ts';
import { makeSecrets } from '../../src/server/secrets.ts';

export interface SeededTownship {
  townshipId: string;
  /** 青山村/Qingshan, then 新民村/Xinmin. */
  villageIds: [string, string];
  system: SystemActor;
  administrator: AccountActor;
  /** A trainer of the base mutouyingzi. */
  trainer: AccountActor;
  /** Paired at mutouyingzi. */
  kiosk: KioskActor;
  /** What that kiosk would send as its `furrow_kiosk` cookie. */
  kioskCredential: string;
  secrets: Secrets;
}

const BEGINNING = new Date('2026-01-01T00:00:00Z');

/** A small township as rows: two villages, two bases, an administrator, a trainer, a paired kiosk. No farmers, no lessons. */
export async function seedTownship(db: Database): Promise<SeededTownship> {
  const townshipId = randomUUID();
  const villageIds: [string, string] = [randomUUID(), randomUUID()];
  await db.insertInto('township').values({ id: townshipId, name_zh: '沙海镇', name_en: 'Shahai', created_at: BEGINNING }).execute();
  const village = (id: string, name_zh: string, name_en: string, position: number) => ({
    township_id: townshipId,
    id,
    name_zh,
    name_en,
    position,
  });
  const villages = [village(villageIds[0], '青山村', 'Qingshan', 1), village(villageIds[1], '新民村', 'Xinmin', 2)];
  await db.insertInto('village').values(villages).execute();
  const base = (id: string, name_zh: string, name_en: string, village_id: string) => ({
    township_id: townshipId,
    id,
    name_zh,
    name_en,
    village_id,
  });
  const bases = [
    base('qingshan', '青山基地', 'Qingshan base', villageIds[0]),
    base('mutouyingzi', '木头营子基地', 'Mutouyingzi base', villageIds[1]),
  ];
  await db.insertInto('base').values(bases).execute();
  const administrator = await addAccount(db, townshipId, 'administrator', []);
  const trainer = await addAccount(db, townshipId, 'trainer', ['mutouyingzi']);
  const { kiosk, kioskCredential } = await addKiosk(db, townshipId);
  const secrets = makeSecrets();
  return { townshipId, villageIds, system: { kind: 'system', townshipId }, administrator, trainer, kiosk, kioskCredential, secrets };
}

/** One resident farmer with neither PIN nor code; lives in the first village unless told. */
export async function addFarmer(
  db: Database,
  township: SeededTownship,
  farmer: { name?: string; village?: string; birthYear?: number } = {},
): Promise<{ learnerId: string; number: string }> {
  const learnerId = randomUUID();
  const number = withCheckDigit(String(randomInt(100_000)).padStart(5, '0'));
  const { townshipId } = township;
  await db
    .insertInto('learner')
    .values({
      township_id: townshipId,
      id: learnerId,
      number,
      name: farmer.name ?? '王秀兰',
      birth_year: farmer.birthYear ?? 1970,
      created_at: BEGINNING,
    })
    .execute();
  const village_id = farmer.village ?? township.villageIds[0];
  await db
    .insertInto('residence')
    .values({ township_id: townshipId, learner_id: learnerId, village_id, since: '2020-01-01', until: null })
    .execute();
  return { learnerId, number };
}

async function addAccount(
  db: Database,
  townshipId: string,
  username: 'administrator' | 'trainer',
  trainerOf: string[],
): Promise<AccountActor> {
  const accountId = randomUUID();
  const displayName = username === 'trainer' ? '李老师' : '张主任';
  const account = {
    township_id: townshipId,
    id: accountId,
    username,
    display_name: displayName,
    password_hash: 'no password',
    created_at: BEGINNING,
  };
  await db.insertInto('account').values(account).execute();
  const isAdministrator = username === 'administrator';
  const role = { township_id: townshipId, account_id: accountId, role: username, base_id: trainerOf[0] ?? null } as const;
  await db.insertInto('account_role').values(role).execute();
  return { kind: 'account', townshipId, accountId, displayName, username, language: 'zh', isAdministrator, isStaff: false, trainerOf };
}

async function addKiosk(db: Database, townshipId: string): Promise<{ kiosk: KioskActor; kioskCredential: string }> {
  const kiosk: KioskActor = { kind: 'kiosk', townshipId, kioskId: randomUUID(), baseId: 'mutouyingzi', name: '木头营子 1', isDemo: false };
  await db
    .insertInto('kiosk')
    .values({ township_id: townshipId, id: kiosk.kioskId, base_id: kiosk.baseId, name: kiosk.name, created_at: BEGINNING })
    .execute();
  const kioskCredential = randomBytes(32).toString('base64url');
  const credential_hash = createHash('sha256').update(kioskCredential).digest('hex');
  await db
    .insertInto('kiosk_credential')
    .values({ credential_hash, township_id: townshipId, kiosk_id: kiosk.kioskId, issued_at: BEGINNING })
    .execute();
  return { kiosk, kioskCredential };
}

// Damm's quasigroup: catches every single wrong digit and every swap of neighbours.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function withCheckDigit(digits: string): string {
  let check = 0;
  for (const digit of digits) check = Number(DAMM[check]?.[Number(digit)]);
  return `${digits}${check}`;
}
