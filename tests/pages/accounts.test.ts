import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { createAccount } from '../../src/domain/people/townships/create-account.ts';
import { seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const FIRST = 'green millet in the rain';
const SECOND = 'white wool in the spring';
const THIRD = 'red soil in the autumn';

describe('the pages about accounts', () => {
  let server: RunningServer;
  let trainerId = '';
  beforeAll(async () => {
    server = await startServer({
      prepare: async (databaseUrl) => {
        const db = connect(databaseUrl, 2);
        const { system } = await seedTownship(db);
        const person = { displayName: '赵老师', password: FIRST };
        await createAccount(db, system, { ...person, username: 'boss', roles: [{ role: 'administrator' }] }, new Date());
        const roles = [{ role: 'trainer' as const, baseId: 'mutouyingzi' }];
        const made = await createAccount(db, system, { ...person, username: 'zhao', roles }, new Date());
        if (made.ok) trainerId = made.accountId;
        await db.destroy();
      },
    });
  }, 180_000);
  afterAll(() => server?.stop());

  const post = (path: string, form: Record<string, string>, cookie = '') =>
    fetch(server.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: server.url },
      body: new URLSearchParams(form),
    });
  const signIn = async (username: string, password: string) => {
    const response = await post('/sign-in/', { username, password });
    return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };

  it('a trainer changes their own password, an administrator sets it anew, then disables the account', async () => {
    const zhao = await signIn('zhao', FIRST);
    const change = (oldPassword: string) => post('/password/', { oldPassword, newPassword: SECOND }, zhao.cookie);
    expect(await (await change('a guess')).text()).toContain('现在的密码不对');
    expect(await (await change(FIRST)).text()).toContain('密码已改好');
    expect((await signIn('zhao', FIRST)).status).toBe(401);

    const boss = (await signIn('boss', FIRST)).cookie;
    const deed = (form: Record<string, string>) => post('/township/accounts/', { account: trainerId, ...form }, boss);
    expect(await (await deed({ deed: 'reset', newPassword: THIRD })).text()).toContain('已给赵老师设了新密码');
    const again = await signIn('zhao', THIRD);
    expect(again.status).toBe(303);
    expect((await post('/township/accounts/', { deed: 'disable', account: trainerId }, again.cookie)).status).toBe(403);
    expect(await (await deed({ deed: 'disable' })).text()).toContain('已停用赵老师的账号');
    expect((await signIn('zhao', THIRD)).status).toBe(401);
    const guest = await fetch(`${server.url}/password/`, { redirect: 'manual', headers: { cookie: again.cookie } });
    expect(guest.headers.get('location')).toBe('/sign-in/?then=%2Fpassword%2F');
  });
});
