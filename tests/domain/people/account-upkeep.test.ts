import { describe, expect, test } from 'vitest';
import type { AccountActor } from '../../../src/domain/people/actor.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { readSession } from '../../../src/domain/people/sessions/read-session.ts';
import { startSession } from '../../../src/domain/people/sessions/start-session.ts';
import { signInAccount } from '../../../src/domain/people/sign-in-account.ts';
import { changePassword } from '../../../src/domain/people/townships/change-password.ts';
import { createAccount } from '../../../src/domain/people/townships/create-account.ts';
import { disableAccount } from '../../../src/domain/people/townships/disable-account.ts';
import { resetPassword } from '../../../src/domain/people/townships/reset-password.ts';
import { withDatabase } from '../../support/database.ts';
import { seedTownship } from '../../support/seed.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const OLD = 'millet in the rain';
const NEW = 'wool in the spring';

describe('the upkeep of accounts', () => {
  const db = withDatabase();

  /** A township with a staff member `wang` who is signed in twice. */
  async function wang() {
    const township = await seedTownship(db());
    const person = { username: 'wang', displayName: '王', password: OLD, roles: [{ role: 'staff' as const }] };
    const made = await createAccount(db(), township.administrator, person, NOW);
    if (!made.ok) throw new Error(made.reason);
    const here = (await startSession(db(), made.accountId, NOW)).sessionId;
    const elsewhere = (await startSession(db(), made.accountId, NOW)).sessionId;
    const actor = (await readSession(db(), here, NOW))?.actor as AccountActor;
    return { ...township, accountId: made.accountId, actor, here, elsewhere };
  }
  const signIn = (password: string) => signInAccount(db(), { username: 'wang', password }, NOW);

  test('whoever knows the old password chooses a new one; sessions elsewhere end', async () => {
    const { actor, here, elsewhere } = await wang();
    expect(await changePassword(db(), actor, { oldPassword: OLD, newPassword: NEW, keepSessionId: here }, NOW)).toEqual({ ok: true });
    expect(await readSession(db(), here, NOW)).not.toBeNull();
    expect(await readSession(db(), elsewhere, NOW)).toBeNull();
    expect(await signIn(OLD)).toMatchObject({ ok: false });
    expect(await signIn(NEW)).toMatchObject({ ok: true });
  });

  test('a wrong old password changes nothing, and guessing it brings a pause', async () => {
    const { actor, here } = await wang();
    const change = (oldPassword: string, newPassword = NEW) =>
      changePassword(db(), actor, { oldPassword, newPassword, keepSessionId: here }, NOW);
    expect(await change(OLD, 'short')).toEqual({ ok: false, reason: 'password-too-short' });
    for (let tries = 0; tries < 5; tries += 1) expect(await change('a guess')).toEqual({ ok: false, reason: 'wrong-old-password' });
    expect(await change(OLD)).toMatchObject({ ok: false, reason: 'wait' });
    expect(await readSession(db(), here, NOW)).not.toBeNull();
  });

  test('an administrator sets a new password: sessions and pauses end', async () => {
    const { administrator, accountId, here } = await wang();
    for (let tries = 0; tries < 6; tries += 1) await signIn('a guess');
    expect(await resetPassword(db(), administrator, { accountId, password: NEW }, NOW)).toEqual({ ok: true, displayName: '王' });
    expect(await readSession(db(), here, NOW)).toBeNull();
    expect(await signIn(NEW)).toMatchObject({ ok: true });
    expect(await db().selectFrom('audit').select(['deed', 'subject']).where('deed', '=', 'password-reset').execute()).toEqual([
      { deed: 'password-reset', subject: accountId },
    ]);
  });

  test('a disabled account signs in no more, is signed out everywhere and gets no new password', async () => {
    const { administrator, accountId, here } = await wang();
    expect(await disableAccount(db(), administrator, accountId, NOW)).toEqual({ ok: true, displayName: '王' });
    expect(await db().selectFrom('session').selectAll().execute()).toEqual([]);
    expect(await readSession(db(), here, NOW)).toBeNull();
    expect(await signIn(OLD)).toMatchObject({ ok: false, reason: 'wrong-username-or-password' });
    expect(await resetPassword(db(), administrator, { accountId, password: NEW }, NOW)).toMatchObject({ reason: 'no-such-account' });
    expect(await disableAccount(db(), administrator, accountId, NOW)).toEqual({ ok: false, reason: 'no-such-account' });
  });

  test('only an administrator may, and not with their own account or one that is nowhere', async () => {
    const { administrator, trainer, actor, accountId } = await wang();
    for (const other of [trainer, actor]) {
      await expect(disableAccount(db(), other, accountId, NOW)).rejects.toBeInstanceOf(PermissionDenied);
      await expect(resetPassword(db(), other, { accountId, password: NEW }, NOW)).rejects.toBeInstanceOf(PermissionDenied);
    }
    expect(await disableAccount(db(), administrator, administrator.accountId, NOW)).toEqual({ ok: false, reason: 'own-account' });
    expect(await disableAccount(db(), administrator, 'nobody', NOW)).toEqual({ ok: false, reason: 'no-such-account' });
    expect(await resetPassword(db(), administrator, { accountId: 'nobody', password: NEW }, NOW)).toMatchObject({ ok: false });
  });
});
