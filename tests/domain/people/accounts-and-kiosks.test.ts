import { describe, expect, test } from 'vitest';
import { createKiosk } from '../../../src/domain/people/kiosks/create-kiosk.ts';
import { listKiosks } from '../../../src/domain/people/kiosks/list-kiosks.ts';
import { pairKiosk } from '../../../src/domain/people/kiosks/pair-kiosk.ts';
import { readKiosk } from '../../../src/domain/people/kiosks/read-kiosk.ts';
import { revokeKiosk } from '../../../src/domain/people/kiosks/revoke-kiosk.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { endSession } from '../../../src/domain/people/sessions/end-session.ts';
import { readSession } from '../../../src/domain/people/sessions/read-session.ts';
import { startSession } from '../../../src/domain/people/sessions/start-session.ts';
import { signInAccount } from '../../../src/domain/people/sign-in-account.ts';
import { createAccount } from '../../../src/domain/people/townships/create-account.ts';
import { issueSetupCode } from '../../../src/domain/people/townships/issue-setup-code.ts';
import { listAccounts } from '../../../src/domain/people/townships/list-accounts.ts';
import { setUpTownship } from '../../../src/domain/people/townships/set-up-township.ts';
import { listVillages } from '../../../src/domain/people/villages/list-villages.ts';
import { withDatabase } from '../../support/database.ts';
import { seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const PASSWORD = 'long enough words';

describe('accounts', () => {
  const db = withDatabase();

  test('a new trainer signs in, capitals in the name do not matter, and the session says what they may do', async () => {
    const { administrator } = await seedTownship(db());
    const input = {
      username: 'Wang.Li',
      displayName: '王丽',
      password: PASSWORD,
      roles: [{ role: 'trainer' as const, baseId: 'qingshan' }],
    };
    const made = await createAccount(db(), administrator, input, NOW);
    expect(made).toMatchObject({ ok: true });
    const signedIn = await signInAccount(db(), { username: ' WANG.li', password: PASSWORD }, NOW);
    if (!signedIn.ok) throw new Error(signedIn.reason);
    const { sessionId } = await startSession(db(), signedIn.accountId, NOW);
    const session = await readSession(db(), sessionId, NOW);
    expect(session?.renewedUntil).toBeNull();
    expect(session?.actor).toMatchObject({ username: 'wang.li', displayName: '王丽', trainerOf: ['qingshan'], isStaff: false });
    expect((await listAccounts(db(), administrator)).map((account) => account.username)).toContain('wang.li');
  });

  test('unknown name and wrong password get the same answer, and guessing brings a pause', async () => {
    const { administrator } = await seedTownship(db());
    await createAccount(db(), administrator, { username: 'wang', displayName: '王', password: PASSWORD, roles: [{ role: 'staff' }] }, NOW);
    const wrong = { ok: false, reason: 'wrong-username-or-password' };
    expect(await signInAccount(db(), { username: 'nobody', password: PASSWORD }, NOW)).toEqual(wrong);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await signInAccount(db(), { username: 'wang', password: 'guess' }, NOW)).toEqual(wrong);
    expect(await signInAccount(db(), { username: 'wang', password: PASSWORD }, NOW)).toEqual({ ok: false, reason: 'wait', seconds: 60 });
  });

  test('short passwords, taken names, trainers of nowhere and unknown bases are refused', async () => {
    const { administrator, trainer } = await seedTownship(db());
    const person = { username: 'wang', displayName: '王', password: PASSWORD, roles: [{ role: 'staff' as const }] };
    const create = (change: object) => createAccount(db(), administrator, { ...person, ...change }, NOW);
    expect(await create({ password: '123456789' })).toEqual({ ok: false, reason: 'password-too-short' });
    expect(await create({ username: 'trainer' })).toEqual({ ok: false, reason: 'username-taken' });
    expect(await create({ username: '王丽' })).toEqual({ ok: false, reason: 'username-not-allowed' });
    expect(await create({ roles: [{ role: 'trainer' }] })).toEqual({ ok: false, reason: 'base-missing' });
    expect(await create({ roles: [{ role: 'trainer', baseId: 'nowhere' }] })).toEqual({ ok: false, reason: 'base-unknown' });
    await expect(createAccount(db(), trainer, person, NOW)).rejects.toBeInstanceOf(PermissionDenied);
    expect(await db().selectFrom('account').select('id').execute()).toHaveLength(2);
  });
});

describe('a session', () => {
  const db = withDatabase();

  test('is renewed while used, and over after thirty days all the same', async () => {
    const { administrator } = await seedTownship(db());
    const { sessionId, expiresAt } = await startSession(db(), administrator.accountId, NOW);
    expect(Math.abs(expiresAt.getTime() - days(7).getTime())).toBeLessThan(1000);
    expect(await readSession(db(), sessionId, days(1))).toMatchObject({ renewedUntil: null });
    for (const day of [5, 10, 15, 20, 25]) {
      expect((await readSession(db(), sessionId, days(day)))?.renewedUntil?.getTime()).toBeLessThanOrEqual(days(30).getTime());
    }
    expect(await readSession(db(), sessionId, days(29))).not.toBeNull();
    expect(await readSession(db(), sessionId, days(30))).toBeNull();
  });

  test('ends when unused for a week, at sign-out, and when the account is disabled', async () => {
    const { administrator } = await seedTownship(db());
    const start = async () => (await startSession(db(), administrator.accountId, NOW)).sessionId;
    expect(await readSession(db(), await start(), days(8))).toBeNull();
    const signedOut = await start();
    await endSession(db(), signedOut);
    expect(await readSession(db(), signedOut, NOW)).toBeNull();
    const disabled = await start();
    await db().updateTable('account').set({ disabled_at: NOW }).where('id', '=', administrator.accountId).execute();
    expect(await readSession(db(), disabled, NOW)).toBeNull();
  });

  test('is stored as a hash only', async () => {
    const { administrator } = await seedTownship(db());
    const { sessionId } = await startSession(db(), administrator.accountId, NOW);
    const stored = await db().selectFrom('session').selectAll().executeTakeFirstOrThrow();
    expect(stored.id_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(stored)).not.toContain(sessionId);
    expect(await readSession(db(), stored.id_hash, NOW)).toBeNull();
  });
});

describe('a kiosk', () => {
  const db = withDatabase();

  test('is paired once with its code, however it is typed, and known by its credential', async () => {
    const { administrator } = await seedTownship(db());
    const made = await createKiosk(db(), administrator, { name: '青山 1', baseId: 'qingshan' }, NOW);
    if (!made.ok) throw new Error(made.reason);
    expect(made.pairingCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const typed = `${made.pairingCode.slice(0, 4).toLowerCase()} ${made.pairingCode.slice(4)}`;
    const paired = await pairKiosk(db(), { code: typed }, NOW);
    if (!paired.ok) throw new Error(paired.reason);
    expect(paired.kiosk).toMatchObject({ kind: 'kiosk', baseId: 'qingshan', name: '青山 1', isDemo: false });
    expect(await readKiosk(db(), paired.credential)).toEqual(paired.kiosk);
    expect(await pairKiosk(db(), { code: typed }, NOW)).toEqual({ ok: false, reason: 'wrong-pairing-code' });
  });

  test('is not paired with a code a week old, nor by guessing', async () => {
    const { administrator } = await seedTownship(db());
    const made = await createKiosk(db(), administrator, { name: '青山 1', baseId: 'qingshan' }, NOW);
    const code = made.ok ? made.pairingCode : '';
    expect(await pairKiosk(db(), { code }, days(8))).toEqual({ ok: false, reason: 'wrong-pairing-code' });
    for (let tries = 0; tries < 10; tries += 1) await pairKiosk(db(), { code: `AAAA${tries}` }, days(1));
    expect(await pairKiosk(db(), { code }, days(1))).toMatchObject({ ok: false, reason: 'wait' });
  });

  test('that was revoked is heard no more, and it is written down', async () => {
    const { administrator, kiosk, kioskCredential } = await seedTownship(db());
    expect(await revokeKiosk(db(), administrator, kiosk.kioskId, NOW)).toEqual({ ok: true });
    expect(await readKiosk(db(), kioskCredential)).toBeNull();
    expect(await revokeKiosk(db(), administrator, kiosk.kioskId, NOW)).toEqual({ ok: false, reason: 'no-such-kiosk' });
    expect(await listKiosks(db(), administrator)).toMatchObject([{ id: kiosk.kioskId, revokedAt: NOW }]);
    expect(await db().selectFrom('audit').select(['deed', 'subject']).execute()).toEqual([
      { deed: 'kiosk-revoked', subject: kiosk.kioskId },
    ]);
  });

  test('needs a free name and a base there is', async () => {
    const { administrator, trainer, kiosk } = await seedTownship(db());
    const create = (name: string, baseId: string) => createKiosk(db(), administrator, { name, baseId }, NOW);
    expect(await create(kiosk.name, 'qingshan')).toEqual({ ok: false, reason: 'name-taken' });
    expect(await create('新终端', 'nowhere')).toEqual({ ok: false, reason: 'base-unknown' });
    expect(await create(' ', 'qingshan')).toEqual({ ok: false, reason: 'name-missing' });
    await expect(createKiosk(db(), trainer, { name: '新终端', baseId: 'qingshan' }, NOW)).rejects.toBeInstanceOf(PermissionDenied);
  });
});

describe('a fresh installation', () => {
  const db = withDatabase();
  const form = {
    administrator: { username: 'head', displayName: '主任', password: PASSWORD },
    township: { nameZh: '沙海镇', nameEn: 'Shahai' },
    villages: [
      { nameZh: '青山村', nameEn: 'Qingshan' },
      { nameZh: '新民村', nameEn: 'Xinmin' },
    ],
    baseIds: ['qingshan', 'mutouyingzi'],
    firstKiosk: { name: '终端 1', baseId: 'mutouyingzi' },
  };

  test('becomes a township with the code from the console, once', async () => {
    const code = await issueSetupCode(db());
    const done = await setUpTownship(db(), { ...form, code }, NOW);
    if (!done.ok) throw new Error(done.reason);
    expect(await signInAccount(db(), { username: 'head', password: PASSWORD }, NOW)).toEqual({ ok: true, accountId: done.accountId });
    expect(await pairKiosk(db(), { code: done.pairingCode }, NOW)).toMatchObject({ ok: true });
    expect((await listVillages(db(), done.townshipId, '2026-03-01')).map((village) => village.nameEn)).toEqual(['Qingshan', 'Xinmin']);
    expect(await setUpTownship(db(), { ...form, code }, NOW)).toEqual({ ok: false, reason: 'already-set-up' });
  });

  test('stays fresh with a wrong code, and guessing brings a pause', async () => {
    const code = await issueSetupCode(db());
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await setUpTownship(db(), { ...form, code: 'AAAABBBBCCCC' }, NOW)).toEqual({ ok: false, reason: 'wrong-setup-code' });
    }
    expect(await setUpTownship(db(), { ...form, code }, NOW)).toMatchObject({ ok: false, reason: 'wait' });
    expect(await db().selectFrom('township').select('id').execute()).toEqual([]);
  });

  test('a form with a gap writes nothing and the code stays good', async () => {
    const code = await issueSetupCode(db());
    const attempt = (change: object) => setUpTownship(db(), { ...form, code, ...change }, NOW);
    const village = { nameZh: '青山村', nameEn: 'Qingshan' };
    expect(await attempt({ villages: [village, village] })).toEqual({ ok: false, reason: 'village-twice' });
    expect(await attempt({ villages: [] })).toEqual({ ok: false, reason: 'village-missing' });
    expect(await attempt({ firstKiosk: { name: 'x', baseId: 'nowhere' } })).toEqual({ ok: false, reason: 'kiosk-base-not-open' });
    expect(await attempt({ administrator: { ...form.administrator, password: 'short' } })).toMatchObject({ reason: 'password-too-short' });
    expect(await db().selectFrom('township').select('id').execute()).toEqual([]);
    expect(await attempt({})).toMatchObject({ ok: true });
  });
});
