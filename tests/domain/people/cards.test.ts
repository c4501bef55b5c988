import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { beginWithCard } from '../../../src/domain/learning/beginnings/card.ts';
import { setCardNeedsPin } from '../../../src/domain/people/cards/card-rule.ts';
import { makeCardToken } from '../../../src/domain/people/cards/card-token.ts';
import { goodCards } from '../../../src/domain/people/cards/good-cards.ts';
import { issueCards } from '../../../src/domain/people/cards/issue-cards.ts';
import { signInWithCard } from '../../../src/domain/people/cards/sign-in-with-card.ts';
import { voidCards } from '../../../src/domain/people/cards/void-cards.ts';
import { chooseFirstPin } from '../../../src/domain/people/choose-first-pin.ts';
import { readPass } from '../../../src/domain/people/passes.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { issueOneTimeCodes } from '../../../src/domain/people/roster/issue-one-time-codes.ts';
import { removeLearner } from '../../../src/domain/people/roster/remove-learner.ts';
import { signInLearner } from '../../../src/domain/people/sign-in-learner.ts';
import { isCard } from '../../../src/kiosk/card-digits.ts';
import { withDatabase } from '../../support/database.ts';
import { addFarmer, seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const PIN = '6173';
const NOT_GOOD = { ok: false, reason: 'card-not-good' };

describe('what a card says', () => {
  test('is known as ours by a kiosk; with any digit changed or any two neighbours swapped it is not', () => {
    for (let round = 0; round < 20; round += 1) {
      const token = makeCardToken();
      expect(isCard(token)).toBe(true);
      for (let at = 0; at < token.length; at += 1) {
        const digit = Number(token[at]);
        expect(isCard(`${token.slice(0, at)}${(digit + 1 + (round % 9)) % 10}${token.slice(at + 1)}`)).toBe(false);
        const next = token[at + 1];
        if (next === undefined || next === token[at]) continue;
        expect(isCard(`${token.slice(0, at)}${next}${token[at]}${token.slice(at + 2)}`)).toBe(false);
      }
    }
  });

  test('nothing else is taken for a card', () => {
    for (const other of ['', '572046', 'https://example.org/', '1'.repeat(25), `${makeCardToken()}1`]) expect(isCard(other)).toBe(false);
  });
});

describe('a farmer with a card', () => {
  const db = withDatabase();

  test('signs in with card and PIN, and is told that the PIN is missing', async () => {
    const { township, farmer, show } = await holder(db());
    expect(await show()).toEqual({ ok: false, reason: 'pin-needed' });
    const outcome = await show(PIN);
    expect(outcome).toMatchObject({ ok: true, learnerId: farmer.learnerId, name: '王秀兰' });
    const pass = outcome.ok ? readPass(township.secrets, outcome.pass) : null;
    expect(pass).toMatchObject({ learnerId: farmer.learnerId, kioskId: township.kiosk.kioskId });
  });

  test('is slowed down after five wrong PINs, on the same counter as without the card', async () => {
    const { township, farmer, show } = await holder(db());
    for (let tries = 0; tries < 5; tries += 1) expect(await show(`80${tries}4`)).toEqual({ ok: false, reason: 'wrong-pin' });
    expect(await show(PIN)).toEqual({ ok: false, reason: 'wait', seconds: 60 });
    const input = { villageId: township.villageIds[0], number: farmer.number, pin: PIN };
    expect(await signInLearner(db(), township.kiosk, input, NOW, township.secrets)).toMatchObject({ reason: 'wait' });
  });

  test('needs no PIN where an administrator decided so, and needs it again afterwards; a trainer cannot decide it', async () => {
    const { township, show } = await holder(db());
    await expect(setCardNeedsPin(db(), township.trainer, false, NOW)).rejects.toBeInstanceOf(PermissionDenied);
    expect(await show()).toMatchObject({ ok: false });
    await setCardNeedsPin(db(), township.administrator, false, NOW);
    expect(await show()).toMatchObject({ ok: true });
    await setCardNeedsPin(db(), township.administrator, true, NOW);
    expect(await show()).toEqual({ ok: false, reason: 'pin-needed' });
    const deeds = await db().selectFrom('audit').select('detail').where('deed', '=', 'card-rule-changed').orderBy('id').execute();
    expect(deeds).toEqual([{ detail: { needsPin: false } }, { detail: { needsPin: true } }]);
  });

  test('opens nothing with a card that was voided, replaced, never issued, or whose holder left the roster', async () => {
    const { township, farmer, show, token } = await holder(db());
    const [second] = await issueCards(db(), township.trainer, [farmer.learnerId], NOW);
    expect(await show(PIN)).toEqual(NOT_GOOD);
    expect(await show(PIN, second?.token)).toMatchObject({ ok: true });
    expect(await voidCards(db(), township.trainer, [farmer.learnerId], NOW)).toEqual({ ok: true, voided: 1 });
    expect(await show(PIN, second?.token)).toEqual(NOT_GOOD);
    expect(await show(PIN, makeCardToken())).toEqual(NOT_GOOD);
    expect(await show(PIN, token)).toEqual(NOT_GOOD);
    const [third] = await issueCards(db(), township.trainer, [farmer.learnerId], NOW);
    await removeLearner(db(), township.administrator, farmer.learnerId, NOW);
    expect(await show(PIN, third?.token)).toEqual(NOT_GOOD);
    expect(await goodCards(db(), township.administrator, [farmer.learnerId])).toEqual(new Map());
  });

  test('of another township is unknown here', async () => {
    const { township, token } = await holder(db());
    const elsewhere = { ...township.kiosk, townshipId: randomUUID() };
    expect(await signInWithCard(db(), elsewhere, { token, pin: PIN }, NOW, township.secrets)).toEqual(NOT_GOOD);
  });

  test('chooses the first PIN with card and code, without naming village or number; guesses of the code are counted', async () => {
    const township = await seedTownship(db());
    const farmer = await addFarmer(db(), township, { birthYear: 1970 });
    await db().updateTable('learner').set({ number: '572046' }).where('id', '=', farmer.learnerId).execute();
    const [card] = await issueCards(db(), township.administrator, [farmer.learnerId], NOW);
    const [issued] = await issueOneTimeCodes(db(), township.administrator, [farmer.learnerId], NOW, township.secrets);
    const token = card?.token ?? '';
    expect(await signInWithCard(db(), township.kiosk, { token, pin: PIN }, NOW, township.secrets)).toMatchObject({
      reason: 'first-pin-needed',
    });
    const choose = (code: string, pin = PIN, said = token) =>
      chooseFirstPin(db(), township.kiosk, { card: said, code, pin }, NOW, township.secrets);
    expect(await choose('000000')).toEqual({ ok: false, reason: 'wrong-number-or-code' });
    expect(await choose(issued?.code ?? '', '1970')).toEqual({ ok: false, reason: 'pin-too-easy' });
    expect(await choose(issued?.code ?? '', PIN, makeCardToken())).toEqual({ ok: false, reason: 'wrong-number-or-code' });
    expect(await choose(issued?.code ?? '')).toMatchObject({ ok: true, name: '王秀兰' });
    for (let tries = 0; tries < 5; tries += 1) await choose(`00000${tries}`);
    expect(await choose(issued?.code ?? '')).toMatchObject({ reason: 'wait' });
  });
});

describe('cards', () => {
  const db = withDatabase();

  test('are issued to several at once; who is unknown is left out; what they say is not stored', async () => {
    const township = await seedTownship(db());
    const farmers = [await addFarmer(db(), township), await addFarmer(db(), township, { name: '李桂芝' })];
    const ids = [...farmers.map(({ learnerId }) => learnerId), township.townshipId, 'nobody'];
    const issued = await issueCards(db(), township.trainer, [...ids, ...ids], NOW);
    expect(issued.map(({ name }) => name).sort()).toEqual(['李桂芝', '王秀兰'].sort());
    expect(new Set(issued.map(({ token }) => token)).size).toBe(2);
    const rows = await db().selectFrom('learner_card').selectAll().execute();
    for (const { token } of issued) expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await db().selectFrom('audit').select(['deed', 'account_id', 'detail']).execute();
    expect(audit).toMatchObject([{ deed: 'cards-issued', account_id: township.trainer.accountId }]);
    for (const { token } of issued) expect(JSON.stringify(audit)).not.toContain(token);
  });

  test('issued twice at the same moment leave one good card', async () => {
    const township = await seedTownship(db());
    const { learnerId } = await addFarmer(db(), township);
    await Promise.all([1, 2, 3].map(() => issueCards(db(), township.trainer, [learnerId], NOW)));
    const rows = await db().selectFrom('learner_card').select('voided_at').execute();
    expect(rows.filter((row) => row.voided_at === null)).toHaveLength(1);
    expect(rows).toHaveLength(3);
  });

  test('of nobody are not voided; a kiosk may neither issue nor void; a trainer of another township changes nothing', async () => {
    const { township, farmer, show } = await holder(db());
    const nobody = await addFarmer(db(), township);
    expect(await voidCards(db(), township.trainer, [nobody.learnerId], NOW)).toEqual({ ok: false, reason: 'no-card-to-void' });
    await expect(issueCards(db(), township.kiosk, [farmer.learnerId], NOW)).rejects.toBeInstanceOf(PermissionDenied);
    await expect(voidCards(db(), township.kiosk, [farmer.learnerId], NOW)).rejects.toBeInstanceOf(PermissionDenied);
    const stranger = { ...township.trainer, townshipId: randomUUID() };
    expect(await voidCards(db(), stranger, [farmer.learnerId], NOW)).toEqual({ ok: false, reason: 'no-card-to-void' });
    expect(await issueCards(db(), stranger, [farmer.learnerId], NOW)).toEqual([]);
    expect(await show(PIN)).toMatchObject({ ok: true });
  });
});

describe('a sitting begun with a card while the network was down', () => {
  const db = withDatabase();

  test('is the holder’s with the right PIN', async () => {
    const { farmer, arrive } = await holder(db());
    expect(await arrive(PIN)).toEqual({ kind: 'learner', learnerId: farmer.learnerId });
  });

  test('is in doubt with a wrong PIN or none, and tells the trainer whose card it was', async () => {
    const { farmer, arrive } = await holder(db());
    const doubt = (reason: string) => ({ kind: 'quarantined', reason, presumedLearnerId: farmer.learnerId });
    expect(await arrive('8024')).toEqual(doubt('wrong-pin'));
    expect(await arrive()).toEqual(doubt('pin-needed'));
    for (const wrong of ['8025', '8026', '8027', '8029']) await arrive(wrong);
    expect(await arrive(PIN)).toEqual(doubt('wait'));
  });

  test('is in doubt with a card voided meanwhile, one of a farmer who left, and one that never was', async () => {
    const { township, farmer, arrive } = await holder(db());
    const doubt = (presumedLearnerId: string | null) => ({ kind: 'quarantined', reason: 'card-not-good', presumedLearnerId });
    await voidCards(db(), township.trainer, [farmer.learnerId], NOW);
    expect(await arrive(PIN)).toEqual(doubt(farmer.learnerId));
    const [again] = await issueCards(db(), township.trainer, [farmer.learnerId], NOW);
    expect(await arrive(PIN, again?.token)).toMatchObject({ kind: 'learner' });
    await removeLearner(db(), township.administrator, farmer.learnerId, NOW);
    expect(await arrive(PIN, again?.token)).toEqual(doubt(farmer.learnerId));
    expect(await arrive(PIN, makeCardToken())).toEqual(doubt(null));
  });

  test('needs no PIN where the township says so', async () => {
    const { township, arrive } = await holder(db());
    await setCardNeedsPin(db(), township.administrator, false, NOW);
    expect(await arrive()).toMatchObject({ kind: 'learner' });
  });
});

/** A farmer with a PIN and a card; `show(pin?, token?)` holds the card before the kiosk, `arrive` is the same read from an outbox. */
async function holder(db: Database) {
  const township = await seedTownship(db);
  const farmer = await addFarmer(db, township, { birthYear: 1970 });
  const number = '572046';
  await db.updateTable('learner').set({ number }).where('id', '=', farmer.learnerId).execute();
  const [issued] = await issueOneTimeCodes(db, township.administrator, [farmer.learnerId], NOW, township.secrets);
  const first = { villageId: township.villageIds[0], number, code: issued?.code ?? '', pin: PIN };
  await chooseFirstPin(db, township.kiosk, first, NOW, township.secrets);
  const [card] = await issueCards(db, township.trainer, [farmer.learnerId], NOW);
  const token = card?.token ?? '';
  const show = (pin?: string, said = token) => signInWithCard(db, township.kiosk, { token: said, pin }, NOW, township.secrets);
  const arrive = (pin?: string, said = token) => beginWithCard(db, township.kiosk, { token: said, pin }, NOW, township.secrets);
  return { township, farmer: { ...farmer, number }, token, show, arrive };
}
