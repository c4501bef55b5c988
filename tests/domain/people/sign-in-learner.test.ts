import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { chooseFirstPin } from '../../../src/domain/people/choose-first-pin.ts';
import { readPass } from '../../../src/domain/people/passes.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { issueOneTimeCodes } from '../../../src/domain/people/roster/issue-one-time-codes.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { resetPin } from '../../../src/domain/people/roster/reset-pin.ts';
import { signInLearner } from '../../../src/domain/people/sign-in-learner.ts';
import { withDatabase } from '../../support/database.ts';
import { addFarmer, type SeededTownship, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const PIN = '6173';
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('a farmer signs in', () => {
  const db = withDatabase();

  test('with number and PIN, and the pass says who and where', async () => {
    const { township, farmer, signIn } = await farmerWithPin(db());
    const outcome = await signIn(PIN);
    expect(outcome).toMatchObject({ ok: true, learnerId: farmer.learnerId, name: '王秀兰' });
    const pass = outcome.ok ? readPass(township.secrets, outcome.pass) : null;
    expect(pass).toEqual({
      townshipId: township.townshipId,
      learnerId: farmer.learnerId,
      kioskId: township.kiosk.kioskId,
      issuedAt: NOW,
    });
  });

  test('a pass with one letter changed is nobody', async () => {
    const { township, signIn } = await farmerWithPin(db());
    const outcome = await signIn(PIN);
    if (!outcome.ok) throw new Error(outcome.reason);
    const first = outcome.pass[0] === 'A' ? 'B' : 'A';
    expect(readPass(township.secrets, first + outcome.pass.slice(1))).toBeNull();
    expect(readPass(township.secrets, 'nonsense')).toBeNull();
  });

  test('wrong PIN, unknown number, other village and no PIN yet get one and the same answer', async () => {
    const { township, farmer, signIn } = await farmerWithPin(db());
    const newcomer = await addFarmer(db(), township);
    const wrong = { ok: false, reason: 'wrong-number-or-pin' };
    expect(await signIn('6174')).toEqual(wrong);
    expect(await signIn(PIN, { number: '000000' })).toEqual(wrong);
    expect(await signIn(PIN, { number: newcomer.number })).toEqual(wrong);
    expect(await signIn(PIN, { number: farmer.number, villageId: township.villageIds[1] })).toEqual(wrong);
    expect(await signIn(PIN, { villageId: "'; drop table learner" })).toEqual(wrong);
  });

  test('five wrong PINs bring a pause that even the right PIN waits out; then it works and starts from nothing', async () => {
    const { signIn } = await farmerWithPin(db());
    for (let tries = 0; tries < 5; tries += 1) expect(await signIn(`80${tries}4`)).toMatchObject({ reason: 'wrong-number-or-pin' });
    expect(await signIn(PIN)).toEqual({ ok: false, reason: 'wait', seconds: 60 });
    expect(await signIn(PIN, {}, later(61))).toMatchObject({ ok: true });
    expect(await signIn('8004', {}, later(62))).toMatchObject({ reason: 'wrong-number-or-pin' });
    expect(await signIn(PIN, {}, later(63))).toMatchObject({ ok: true });
  });

  test('an unknown number pauses exactly like a known one', async () => {
    const { signIn } = await farmerWithPin(db());
    for (let tries = 0; tries < 5; tries += 1) await signIn(`80${tries}4`, { number: '999999' });
    expect(await signIn(PIN, { number: '999999' })).toEqual({ ok: false, reason: 'wait', seconds: 60 });
  });

  test('twelve tries at once buy no more than five guesses', async () => {
    const { signIn } = await farmerWithPin(db());
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn(`90${index + 10}`.slice(0, 4))));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong-number-or-pin')).toHaveLength(5);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wait')).toHaveLength(7);
  });

  test('one PIN tried on many numbers is caught, at whatever kiosk', async () => {
    const { township, signIn } = await farmerWithPin(db());
    for (let tries = 0; tries < 15; tries += 1) await signIn('2580', { number: String(100000 + tries) });
    expect(await signIn('2580', { number: '765432' })).toMatchObject({ reason: 'wait' });
    const keys = await db().selectFrom('sign_in_counter').select('key').where('scope', '=', 'pin').execute();
    expect(keys).toHaveLength(1);
    expect(keys[0]?.key).not.toContain('2580');
    expect(await signIn(PIN, {}, NOW)).toMatchObject({ ok: true });
    expect(township.kiosk.baseId).toBe('mutouyingzi');
  });

  test('many who know their PIN do not close the kiosk', async () => {
    const { signIn } = await farmerWithPin(db());
    for (let times = 0; times < 25; times += 1) expect(await signIn(PIN)).toMatchObject({ ok: true });
  });

  test('a farmer taken off the roster does not sign in', async () => {
    const { township, farmer, signIn } = await farmerWithPin(db());
    expect(await removeLearner(db(), township.administrator, farmer.learnerId, NOW)).toEqual({ ok: true });
    expect(await signIn(PIN)).toEqual({ ok: false, reason: 'wrong-number-or-pin' });
  });
});

describe('the first PIN', () => {
  const db = withDatabase();

  test('is chosen with the code that was handed out, once', async () => {
    const { choose, code } = await farmerWithCode(db());
    expect(await choose(code, PIN)).toMatchObject({ ok: true, name: '王秀兰' });
    expect(await choose(code, '8024')).toEqual({ ok: false, reason: 'wrong-number-or-code' });
  });

  test('two kiosks with the same code at the same moment: one gets it', async () => {
    const { choose, code } = await farmerWithCode(db());
    const outcomes = await Promise.all([choose(code, PIN), choose(code, '8024')]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('an easy PIN is refused and the code stays good', async () => {
    const { choose, code } = await farmerWithCode(db(), 1970);
    for (const pin of ['1234', '1111', '1970', '12', 'abcd'])
      expect(await choose(code, pin)).toEqual({ ok: false, reason: 'pin-too-easy' });
    expect(await choose(code, PIN)).toMatchObject({ ok: true });
  });

  test('the code is good for fourteen days', async () => {
    const { choose, code } = await farmerWithCode(db());
    expect(await choose(code, PIN, later(14 * 86400 + 1))).toEqual({ ok: false, reason: 'wrong-number-or-code' });
    expect(await choose(code, PIN, later(14 * 86400 - 1))).toMatchObject({ ok: true });
  });

  test('guesses of the code are counted', async () => {
    const { choose, code } = await farmerWithCode(db());
    for (let tries = 0; tries < 5; tries += 1) await choose(`00000${tries}`, PIN);
    expect(await choose(code, PIN)).toEqual({ ok: false, reason: 'wait', seconds: 60 });
  });

  test('neither code nor PIN is stored as it is', async () => {
    const { choose, code } = await farmerWithCode(db());
    const stored = await db().selectFrom('one_time_code').select('code_hash').executeTakeFirstOrThrow();
    expect(stored.code_hash).toMatch(/^[0-9a-f]{64}$/);
    await choose(code, PIN);
    const pin = await db().selectFrom('learner_pin').select('pin_hash').executeTakeFirstOrThrow();
    expect(pin.pin_hash).toMatch(/^\$argon2id\$/);
  });
});

describe('a forgotten PIN', () => {
  const db = withDatabase();

  test('is reset by a trainer: the old one is dead, the pause is lifted, the new code works, and it is written down', async () => {
    const { township, farmer, signIn } = await farmerWithPin(db());
    for (let tries = 0; tries < 5; tries += 1) await signIn(`80${tries}4`);
    const reset = await resetPin(db(), township.trainer, farmer.learnerId, NOW, township.secrets);
    if (!reset.ok) throw new Error(reset.reason);
    expect(await signIn(PIN)).toEqual({ ok: false, reason: 'wrong-number-or-pin' });
    const input = { villageId: township.villageIds[0], number: farmer.number, code: reset.code, pin: '8024' };
    expect(await chooseFirstPin(db(), township.kiosk, input, NOW, township.secrets)).toMatchObject({ ok: true });
    const deeds = await db().selectFrom('audit').select(['deed', 'account_id']).where('deed', '=', 'pin-reset').execute();
    expect(deeds).toEqual([{ deed: 'pin-reset', account_id: township.trainer.accountId }]);
  });

  test('of nobody is not reset, and a kiosk may not reset one', async () => {
    const township = await seedTownship(db());
    const farmer = await addFarmer(db(), township);
    const nobody = await resetPin(db(), township.trainer, township.townshipId, NOW, township.secrets);
    expect(nobody).toEqual({ ok: false, reason: 'no-such-learner' });
    await expect(resetPin(db(), township.kiosk, farmer.learnerId, NOW, township.secrets)).rejects.toBeInstanceOf(PermissionDenied);
  });
});

async function farmerWithCode(db: Database, birthYear = 1970) {
  const township = await seedTownship(db);
  const farmer = await addFarmer(db, township, { birthYear });
  // Numbers are random: this one must not contain the PINs of these tests.
  const number = '572046';
  await db.updateTable('learner').set({ number }).where('id', '=', farmer.learnerId).execute();
  const [issued] = await issueOneTimeCodes(db, township.administrator, [farmer.learnerId], NOW, township.secrets);
  const villageId = township.villageIds[0];
  const choose = (code: string, pin: string, now = NOW) =>
    chooseFirstPin(db, township.kiosk, { villageId, number, code, pin }, now, township.secrets);
  return { township, farmer: { ...farmer, number }, code: issued?.code ?? '', choose };
}

async function farmerWithPin(db: Database) {
  const { township, farmer, code, choose } = await farmerWithCode(db);
  const chosen = await choose(code, PIN);
  if (!chosen.ok) throw new Error(chosen.reason);
  return { township, farmer, signIn: signInAt(db, township, farmer.number) };
}

function signInAt(db: Database, township: SeededTownship, number: string) {
  return (pin: string, other: { number?: string; villageId?: string } = {}, now = NOW) =>
    signInLearner(db, township.kiosk, { villageId: township.villageIds[0], number, pin, ...other }, now, township.secrets);
}
