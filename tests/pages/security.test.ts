import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { startSession } from '../../src/domain/people/sessions/start-session.ts';
import { createAccount } from '../../src/domain/people/townships/create-account.ts';
import { seedTownship } from '../support/seed.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const PASSWORD = 'green millet in the rain';
const DAY = 86_400_000;
const FORM = 'application/x-www-form-urlencoded';

describe('the door', () => {
  let server: RunningServer;
  let db: Database;
  let kiosk = '';
  let adminId = '';

  beforeAll(async () => {
    server = await startServer({
      prepare: async (databaseUrl) => {
        db = connect(databaseUrl, 3);
        const township = await seedTownship(db);
        kiosk = `furrow_kiosk=${township.kioskCredential}`;
        const boss = { username: 'boss', displayName: '主任', password: PASSWORD, roles: [{ role: 'administrator' as const }] };
        const made = await createAccount(db, township.system, boss, new Date());
        if (made.ok) adminId = made.accountId;
      },
    });
  }, 180_000);
  afterAll(async () => {
    await db?.destroy();
    await server?.stop();
  });

  const signedIn = async (at = new Date()) => `furrow_session=${(await startSession(db, adminId, at)).sessionId}`;
  const get = (path: string, cookie = '') => fetch(server.url + path, { redirect: 'manual', headers: { cookie } });
  const post = (path: string, body: string, headers: Record<string, string>) =>
    fetch(server.url + path, { method: 'POST', redirect: 'manual', body, headers });
  const sendRecords = (body: string) => post('/api/records/', body, { 'content-type': 'application/json', cookie: kiosk });
  const isAlive = async () => (await get('/api/health/')).status === 200;
  const record = (change: object) => ({
    id: randomUUID(),
    sitting: randomUUID(),
    seq: 1,
    verb: 'opened',
    at: new Date().toISOString(),
    lesson: 'no-such-lesson',
    version: 1,
    ...change,
  });
  const batch = (records: unknown) => JSON.stringify({ now: new Date().toISOString(), records });

  it('gives every page a policy with nothing inline and nobody else’s origin', async () => {
    const cookie = await signedIn();
    for (const path of ['/zh/', '/en/sign-in/', '/sign-in/', '/township/', '/township/accounts/', '/trainer/', '/no-such-page/']) {
      const response = await get(path, cookie);
      const html = await response.text();
      const policy =
        response.headers.get('content-security-policy') ?? /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
      expect(policy).not.toMatch(/unsafe-|https?:|\*/);
      expect(html).not.toMatch(/<[^>]+\s(?:src|srcset|action)="(?:https?:)?\/\//);
      expect(html).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)="/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('lets no other site write, by JSON or by form', async () => {
    const cookie = `${kiosk}; ${await signedIn()}`;
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      for (const path of ['records', 'sign-in', 'first-pin', 'sign-out', 'enrol', 'pair']) {
        const answer = await post(`/api/${path}/`, batch([]), { ...headers, 'content-type': 'application/json', cookie });
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
      }
      for (const path of ['/sign-in/', '/township/accounts/', '/set-up/']) {
        expect((await post(path, 'username=x', { ...headers, 'content-type': FORM, cookie })).status).toBe(403);
      }
    }
    const own = await post('/api/records/', batch([]), { origin: server.url, 'sec-fetch-site': 'same-origin', cookie: kiosk });
    expect(own.status).toBe(200);
  });

  it('refuses a body over the limit, said or not, and stays alive', async () => {
    const send = (path: string, megabytes: number, headers: Record<string, string | number>) =>
      new Promise<number>((done) => {
        const options = { method: 'POST', agent: false, headers: { cookie: kiosk, origin: server.url, ...headers } };
        const sent = request(server.url + path, options, (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        });
        // Cut off while we were still sending.
        sent.on('error', () => done(413));
        for (let sending = 0; sending < megabytes; sending += 1) sent.write('x'.repeat(1024 * 1024));
        sent.end();
      });
    const refused = [400, 401, 413];
    for (const [path, type] of [
      ['/api/records/', 'application/json'],
      ['/sign-in/', FORM],
    ] as const) {
      expect([path, refused.includes(await send(path, 25, { 'content-type': type }))]).toEqual([path, true]);
      expect(await send(path, 25, { 'content-type': type, 'content-length': 25 * 1024 * 1024 })).toBe(413);
    }
    expect(await isAlive()).toBe(true);
  });

  it('takes records from nobody without a kiosk’s credential', async () => {
    for (const cookie of ['', 'furrow_kiosk=made-up', `furrow_kiosk=${'x'.repeat(5000)}`, await signedIn()]) {
      const answer = await post('/api/records/', batch([record({})]), { 'content-type': 'application/json', cookie });
      expect([answer.status, await answer.json()]).toEqual([401, { ok: false, reason: 'no-kiosk' }]);
    }
  });

  it('answers a batch that is none with 400 and the reason', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const now = new Date().toISOString();
    const nonsense = ['', '{', 'null', '[]', '"text"', '1', '{"now":NaN,"records":[]}', '{"now":"yesterday","records":[]}', deep];
    const shapes = [{ records: [] }, { now }, { now, records: null }, { now, records: {} }, { now: null, records: [] }];
    const many = batch(Array.from({ length: 501 }, () => record({})));
    for (const body of [...nonsense, ...shapes.map((shape) => JSON.stringify(shape)), many]) {
      const answer = await sendRecords(body);
      expect([body.slice(0, 60), answer.status, await answer.json()]).toEqual([
        body.slice(0, 60),
        400,
        { ok: false, reason: 'not-a-batch' },
      ]);
    }
  });

  it('judges each strange record alone and never fails', async () => {
    // Deeper than JSON.stringify goes: put into the text.
    const nested = `${'{"a":['.repeat(20_000)}1${']}'.repeat(20_000)}`;
    const values = [null, -1, 1.5, 1e308, 2 ** 53, 2 ** 31, '', '1', true, [], {}, '\u0000', '\ud800', 'x'.repeat(100_000), 'NESTED'];
    const fields = ['id', 'sitting', 'seq', 'verb', 'at', 'who', 'base', 'lesson', 'version', 'question', 'response', 'step', 'voids'];
    const verbs = ['began', 'opened', 'stepped', 'answered', 'finished', 'voided', 'ended', 'adopted'];
    const full = { question: 'q1', response: 'a', step: 1, voids: randomUUID(), who: 'x.y' };
    for (const verb of verbs) {
      const strange = fields.flatMap((field) => values.map((value) => record({ ...full, verb, [field]: value })));
      const answer = await sendRecords(batch(strange).replaceAll('"NESTED"', nested));
      expect([verb, answer.status]).toEqual([verb, 200]);
      const verdicts = (await answer.json()) as { accepted: unknown[]; rejected: unknown[] };
      expect([verdicts.accepted, verdicts.rejected.length]).toEqual([[], strange.length]);
    }
    const times = [
      '9999-12-31T23:59:59Z',
      '1970-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '+275760-09-13T00:00:00Z',
    ];
    for (const at of times) {
      expect((await sendRecords(batch([record({ at })]))).status).toBe(200);
      expect([200, 400]).toContain((await sendRecords(JSON.stringify({ now: at, records: [] }))).status);
    }
    const whole = [null, 0, 'text', [], [[]], record({ sequence: 2 ** 53, verb: 'began' }), record({ sequence: -1, verb: 'began' })];
    expect((await sendRecords(batch([...whole, 'NESTED']).replace('"NESTED"', nested))).status).toBe(200);
    expect(await isAlive()).toBe(true);
  });

  it('does not believe a forged Host', async () => {
    const url = new URL(server.url);
    const ask = (host: string, path: string) =>
      new Promise<{ status: number; text: string }>((done, fail) => {
        const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' };
        const sent = request({ host: url.hostname, port: url.port, path, headers }, (response) => {
          let text = JSON.stringify(response.headers);
          response.on('data', (chunk: Buffer) => {
            text += chunk.toString();
          });
          response.on('end', () => done({ status: response.statusCode ?? 0, text }));
        });
        sent.on('error', fail);
        sent.end();
      });
    for (const host of ['evil.example', 'evil.example:80', 'a"><script>alert(1)</script>', '[::1', '%00', '@@@', '']) {
      for (const path of ['/zh/', '/sign-in/', '/township/', '/']) {
        const { status, text } = await ask(host, path);
        expect([host, path, status]).not.toEqual([host, path, 500]);
        expect(text).not.toContain('evil.example');
        expect(text).not.toContain('alert(1)');
      }
    }
    // The page kept in memory is not the forger's either.
    expect(await (await get('/zh/')).text()).not.toContain('evil.example');
  });

  it('keeps of a session only the hash of its id', async () => {
    const response = await post('/sign-in/', new URLSearchParams({ username: 'boss', password: PASSWORD }).toString(), {
      'content-type': FORM,
      origin: server.url,
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const id = /furrow_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    const stored = await db.selectFrom('session').selectAll().execute();
    expect(stored.map((row) => row.id_hash)).toContain(createHash('sha256').update(id).digest('hex'));
    expect(JSON.stringify(stored)).not.toContain(id);
  });

  it('lets the cookie last as long as a session that was renewed by being used', async () => {
    const fresh = await get('/township/', await signedIn());
    expect(fresh.headers.get('set-cookie')).toBeNull();
    const begun = new Date(Date.now() - 5 * DAY);
    const used = await get('/township/', await signedIn(begun));
    const cookie = used.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^furrow_session=.*HttpOnly.*SameSite=Lax/i);
    const until = new Date(/Expires=([^;]+)/i.exec(cookie)?.[1] ?? 0).getTime();
    expect(until).toBeGreaterThan(Date.now() + 6 * DAY);
  });
});
