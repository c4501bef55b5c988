import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { createAccount } from '../../src/domain/people/townships/create-account.ts';
import { addFarmer, seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const PASSWORD = 'green millet in the rain';
const STAFF = ['', 'farmers/', 'farmers/import/', 'codes/', 'groups/', 'requirements/', 'kiosks/', 'formula/'].map(
  (page) => `/township/${page}`,
);
const TRAINER = ['', 'publish/', 'farmers/', 'visits/', 'rejected/', 'quarantine/'].map((page) => `/trainer/${page}`);

describe('the pages of trainers and staff', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({
      prepare: async (databaseUrl) => {
        const db = connect(databaseUrl);
        const township = await seedTownship(db);
        await addFarmer(db, township, { name: '王秀英' });
        const now = new Date();
        await createAccount(
          db,
          township.system,
          { username: 'li.staff', displayName: '李干部', password: PASSWORD, roles: [{ role: 'staff' }] },
          now,
        );
        const roles = [{ role: 'trainer' as const, baseId: 'mutouyingzi' }];
        await createAccount(db, township.system, { username: 'zhao.trainer', displayName: '赵老师', password: PASSWORD, roles }, now);
        await db.destroy();
      },
    });
  }, 180_000);
  afterAll(() => server.stop());

  async function signIn(username: string): Promise<string> {
    const response = await post('/sign-in/', { username, password: PASSWORD });
    expect(response.status).toBe(303);
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }
  const get = (path: string, cookie = '', language = 'zh') =>
    fetch(server.url + path, { redirect: 'manual', headers: { cookie: `${cookie}; furrow_language=${language}` } });
  const post = (path: string, body: Record<string, string>, cookie = '') =>
    fetch(server.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: server.url },
      body: new URLSearchParams(body),
    });

  it('a guest is sent to sign in, and comes back to the page asked for', async () => {
    const response = await get('/township/farmers/');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sign-in/?then=%2Ftownship%2Ffarmers%2F');
  });

  it('a wrong password is refused in the reader’s language', async () => {
    const response = await post('/sign-in/?language=en', { username: 'li.staff', password: 'not this one' });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('The username or the password is wrong.');
  });

  it('staff open every page of theirs in both languages, a trainer opens none of the roster’s', async () => {
    const staff = await signIn('li.staff');
    for (const language of ['zh', 'en']) {
      for (const path of STAFF) expect([path, (await get(path, staff, language)).status]).toEqual([path, 200]);
    }
    const trainer = await signIn('zhao.trainer');
    expect((await get('/township/', trainer)).status).toBe(403);
    expect((await get('/township/coverage.csv', trainer)).status).toBe(403);
  });

  it('a trainer opens every page of theirs in both languages, staff do not', async () => {
    const trainer = await signIn('zhao.trainer');
    for (const language of ['zh', 'en']) {
      for (const path of TRAINER) expect([path, (await get(path, trainer, language)).status]).toEqual([path, 200]);
    }
    expect((await get('/trainer/publish/', await signIn('li.staff'))).status).toBe(403);
  });

  it('the coverage CSV has as many eligible farmers as the screen', async () => {
    const staff = await signIn('li.staff');
    const screen = /data-village="total"[\s\S]*?<td class="figure">\s*(\d+)/.exec(await (await get('/township/', staff)).text())?.[1];
    const csv = await (await get('/township/coverage.csv', staff)).text();
    const total = csv.trim().split('\r\n').at(-1)?.split(',');
    expect(screen).toBeDefined();
    expect(total?.[4]).toBe(screen);
  });
});
