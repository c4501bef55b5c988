import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { SystemActor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { refusedBy } from '../constraint-violations.ts';
import { createKiosk } from '../kiosks/create-kiosk.ts';
import { hashToken, normalCode } from '../one-time-codes.ts';
import { clearAttempt, countAttempt } from '../sign-in-counters.ts';
import type { AccountProblem } from './account-rules.ts';
import { createAccount } from './create-account.ts';
import { type SetUpInput, type SetUpProblem, setUpGaps } from './set-up-rules.ts';

type SetUp =
  | { ok: true; townshipId: string; accountId: string; pairingCode: string }
  | { ok: false; reason: 'wrong-setup-code' | 'already-set-up' | 'username-taken' | SetUpProblem | AccountProblem }
  | { ok: false; reason: 'wait'; seconds: number };

class Refused extends Error {
  readonly outcome: Extract<SetUp, { ok: false }>;

  constructor(outcome: Extract<SetUp, { ok: false }>) {
    super(outcome.reason);
    this.outcome = outcome;
  }
}

/** A fresh installation becomes a township: names, villages, bases, an administrator and the first kiosk, all in one transaction or not. */
export async function setUpTownship(db: Database, input: SetUpInput, now: Date): Promise<SetUp> {
  const attempt = await countAttempt(db, [{ scope: 'setup', key: 'all' }], now);
  if (!attempt.ok) return attempt;
  try {
    const done = await refusedBy({ village_township_id_name_zh_key: 'village-twice' } as const, () =>
      db.transaction().execute((trx) => setUp(trx, input, now)),
    );
    await clearAttempt(db, attempt, ['setup']);
    return done;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Only a wrong code is a guess; a form with a gap in it is not.
    if (error.outcome.reason !== 'wrong-setup-code') await clearAttempt(db, attempt, []);
    return error.outcome;
  }
}

async function setUp(db: Database, input: SetUpInput, now: Date): Promise<Extract<SetUp, { ok: true }>> {
  const installation = await db.selectFrom('installation').select('setup_code_hash').forUpdate().executeTakeFirst();
  if (await db.selectFrom('township').select('id').executeTakeFirst()) throw refuse('already-set-up');
  if (installation?.setup_code_hash !== hashToken(normalCode(input.code))) throw refuse('wrong-setup-code');
  const administrator = { ...input.administrator, roles: [{ role: 'administrator' as const }] };
  const [gap] = setUpGaps(input);
  if (gap) throw refuse(gap.reason);

  const townshipId = randomUUID();
  const system: SystemActor = { kind: 'system', townshipId };
  await insertPlaces(db, townshipId, input, now);
  const account = await createAccount(db, system, administrator, now);
  if (!account.ok) throw refuse(account.reason);
  const kiosk = await createKiosk(db, system, input.firstKiosk, now);
  if (!kiosk.ok) throw new Error(`the first kiosk was refused: ${kiosk.reason}`);
  await db.updateTable('installation').set({ setup_code_hash: null }).execute();
  await writeAudit(db, system, { deed: 'township-set-up', subject: townshipId, detail: { administrator: account.accountId } }, now);
  return { ok: true, townshipId, accountId: account.accountId, pairingCode: kiosk.pairingCode };
}

function refuse(reason: Exclude<Extract<SetUp, { ok: false }>['reason'], 'wait'>): Refused {
  return new Refused({ ok: false, reason });
}

async function insertPlaces(db: Database, townshipId: string, input: SetUpInput, now: Date): Promise<void> {
  const names = (place: { nameZh: string; nameEn: string }) => ({
    name_zh: place.nameZh.trim(),
    name_en: place.nameEn.trim() || place.nameZh.trim(),
  });
  await db
    .insertInto('township')
    .values({ id: townshipId, ...names(input.township), created_at: now })
    .execute();
  await db
    .insertInto('village')
    .values(input.villages.map((village, position) => ({ township_id: townshipId, id: randomUUID(), ...names(village), position })))
    .execute();
  const bases = [...new Set(input.baseIds)].map((id, position) => {
    const named = input.bases?.find((base) => base.id === id) ?? { nameZh: id, nameEn: id };
    return { township_id: townshipId, id, ...names(named), position };
  });
  await db.insertInto('base').values(bases).execute();
}
