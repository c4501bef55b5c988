import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { type Office, startOffice } from '../support/office.ts';
import { addFarmer } from '../support/seed.ts';

const PAGE = '/township/farmers/merge/';

describe('one person entered twice', () => {
  let office: Office;
  let db: Database;
  let admin = '';
  let twin: { learnerId: string; number: string };
  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 1);
    admin = await office.signIn('admin');
    twin = await addFarmer(db, office.township, { name: '王秀英' });
  }, 180_000);
  afterAll(async () => {
    await db?.destroy();
    await office?.server.stop();
  });

  async function read(path: string, cookie = admin): Promise<string> {
    return (await fetch(office.server.url + path, { headers: { cookie: `${cookie}; furrow_language=en` } })).text();
  }
  async function send(fields: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ kept: office.farmer.number, dropped: twin.number, ...fields });
    const headers = { cookie: `${admin}; furrow_language=en`, origin: office.server.url };
    return (await fetch(office.server.url + PAGE, { method: 'POST', headers, body })).text();
  }

  it('is proposed, compared side by side, and says what will happen before anything does', async () => {
    expect(await read(PAGE)).toMatch(new RegExp(`${office.farmer.number}, ${twin.number}|${twin.number}, ${office.farmer.number}`));
    const page = await read(`${PAGE}?kept=${office.farmer.number}&dropped=${twin.number}`);
    expect(page).toContain(`Number ${twin.number}, its PIN, its one-time code and its cards stop working`);
    expect(page).toContain('This cannot be taken back.');
    expect(await db.selectFrom('learner').select('id').where('removed_at', 'is', null).execute()).toHaveLength(2);
  });

  it('is not made one without a tick, with a number of nobody, or by a trainer', async () => {
    expect(await send({})).toContain('Tick that you are sure first.');
    expect(await send({ sure: 'on', dropped: '999999' })).toContain('Nobody on the roster has that number');
    expect(await send({ sure: 'on', dropped: office.farmer.number })).toContain('Those are the same number');
    const response = await fetch(office.server.url + PAGE, { headers: { cookie: await office.signIn('teacher') }, redirect: 'manual' });
    expect(response.status).toBe(403);
    expect(await db.selectFrom('learner').select('id').where('removed_at', 'is', null).execute()).toHaveLength(2);
  });

  it('is one from then on, and the entry that went leads to the one that stays', async () => {
    expect(await send({ sure: 'on' })).toContain(`now belong to ${office.farmer.number} as well`);
    expect(await read(`/township/farmers/${twin.learnerId}/`)).toContain(`href="/township/farmers/${office.farmer.learnerId}/"`);
    expect(await read(PAGE)).not.toContain(twin.number);
  });
});
