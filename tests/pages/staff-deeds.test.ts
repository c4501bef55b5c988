import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../db/connect.ts';
import { type Office, startOffice } from '../support/office.ts';

const FOLDER = 'content/courses/mutton-sheep-first-steps/pen-space';
const COURSE = 'mutton-sheep-first-steps';
const SAVED = 'class="notice good"';
const REFUSED = 'class="notice alert"';

describe('deeds of trainers and staff, one after the other', () => {
  let office: Office;
  let db: Database;
  let admin = '';
  let trainer = '';
  beforeAll(async () => {
    office = await startOffice();
    db = connect(office.server.databaseUrl ?? '', 1);
    admin = await office.signIn('admin');
    trainer = await office.signIn('teacher');
  }, 180_000);
  afterAll(async () => {
    await db?.destroy();
    await office?.server.stop();
  });

  async function send(path: string, fields: Record<string, string | File | File[]>, cookie = admin) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
    const headers = { cookie: `${cookie}; furrow_language=en`, origin: office.server.url };
    return (await fetch(office.server.url + path, { method: 'POST', redirect: 'manual', headers, body })).text();
  }
  async function read(path: string, cookie = admin) {
    return (await fetch(office.server.url + path, { headers: { cookie: `${cookie}; furrow_language=en` } })).text();
  }
  const audited = async (deed: string) =>
    (await db.selectFrom('audit').select(['subject', 'detail']).where('deed', '=', deed).execute()).length;

  /** The shipped lesson as a browser sends a chosen folder; `change` renames or adds. */
  const folder = (under = 'pen-two/') =>
    readdirSync(FOLDER).map((name) => new File([new Uint8Array(readFileSync(`${FOLDER}/${name}`))], under + name));

  it('a whole lesson folder is published as a new lesson, listed with its state, and refused when nothing changed', async () => {
    const upload = { course: COURSE, lesson: 'pen-two', folder: folder(), note: '' };
    expect(await send('/trainer/publish/', upload, trainer)).toContain('Version 1 is published');
    const list = await read('/trainer/', trainer);
    expect(list).toMatch(/data-lesson="pen-two"[\s\S]*?Version 1, published/);
    expect(await read('/en/lessons/pen-two/')).toContain('data-screen');
    expect(await send('/trainer/publish/', upload, trainer)).toContain('It is the same as what is published now.');
  });

  it('a lesson folder with a folder in it is refused by the file’s name, and nothing is written', async () => {
    const [picture] = readdirSync(FOLDER).filter((name) => name.endsWith('.svg'));
    const deep = folder('pen-three/').map((file) =>
      file.name.endsWith(picture ?? '') ? new File([file], `pen-three/pictures/${picture}`) : file,
    );
    const text = await send('/trainer/publish/', { course: COURSE, lesson: 'pen-three', folder: deep, note: 'kept' }, trainer);
    expect(text).toContain(`pictures/${picture}`);
    expect(text).toContain('A lesson folder has no folders in it.');
    expect(text).toContain('value="kept"');
    expect(await read('/trainer/', trainer)).not.toContain('pen-three');
  });

  it('a version that was taken back is shown as not in use', async () => {
    const zh = `${readFileSync(`${FOLDER}/zh.mdx`, 'utf8')}\n`;
    const page = '/trainer/lessons/pen-two/';
    await send(page, { deed: 'publish', which: 'zh', file: new File([zh], 'zh.mdx'), note: '' }, trainer);
    expect(await send(page, { deed: 'take-back' }, trainer)).toContain(SAVED);
    expect(await read('/trainer/', trainer)).toMatch(/data-lesson="pen-two"[\s\S]*?Version 1, published[\s\S]*?version 2, is not in use/);
  });

  it('staff enrol one farmer, and say so again without harm; a course that is not there is refused', async () => {
    const page = `/township/farmers/${office.farmer.learnerId}/`;
    for (let times = 0; times < 2; times += 1) expect(await send(page, { deed: 'enrol', course: COURSE })).toContain(SAVED);
    expect(await send(page, { deed: 'enrol', course: 'no-such' })).toContain(REFUSED);
    const enrolled = await db.selectFrom('enrolment').select(['course_id', 'enrolled_by']).execute();
    expect(enrolled).toEqual([{ course_id: COURSE, enrolled_by: 'staff' }]);
  });

  it('a requirement is set and ended, and both deeds can be answered for', async () => {
    const rule = { deed: 'add', course: COURSE, base: 'mutouyingzi' };
    expect(await send('/township/requirements/', rule)).toContain(SAVED);
    const id = /name="requirement" value="([0-9a-f-]{36})"/.exec(await read('/township/requirements/'))?.[1] ?? '';
    expect(await audited('requirement-set')).toBe(1);
    expect(await send('/township/requirements/', { deed: 'end', requirement: id })).toContain('Ended.');
    expect(await audited('requirement-ended')).toBe(1);
    expect(await send('/township/requirements/', { deed: 'end', requirement: id })).toContain(REFUSED);
    expect(await audited('requirement-ended')).toBe(1);
  });

  it('a kiosk’s lost code is replaced by a new one; one of an unknown kiosk is not', async () => {
    const { kioskId } = office.township.kiosk;
    const code = /class="code">([A-Z0-9]{8})</.exec(await send('/township/kiosks/', { deed: 'pair', kiosk: kioskId }))?.[1];
    expect(code).toBeDefined();
    const answer = await fetch(`${office.server.url}/api/pair/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(await answer.json()).toMatchObject({ ok: true });
    expect(await send('/township/kiosks/', { deed: 'pair', kiosk: 'none' })).toContain(REFUSED);
  });

  it('a disabled account is enabled again and signs in; one in use is not enabled', async () => {
    const account = /value="([0-9a-f-]{36})">\s*stranger/.exec(await read('/township/accounts/'))?.[1] ?? '';
    expect(await send('/township/accounts/', { deed: 'enable', account })).toContain(REFUSED);
    expect(await send('/township/accounts/', { deed: 'disable', account })).toContain(SAVED);
    expect(await office.signIn('stranger')).toBe('');
    expect(await send('/township/accounts/', { deed: 'enable', account })).toContain('Enabled the account of stranger again.');
    expect(await office.signIn('stranger')).toMatch(/^furrow_session=/);
  });

  it('coverage keeps base and group on the way down, in the files and on the way back; one that is not there is as none', async () => {
    const filter = 'rung=reached&asOf=2026-06-01&from=2026-01-01&base=mutouyingzi';
    const screen = (await read(`/township/?${filter}`)).replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    const [village] = office.township.villageIds;
    expect(screen).toContain(`/township/villages/${village}/?${filter}`);
    const down = (await read(`/township/villages/${village}/?${filter}`)).replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    expect(down).toContain('data-filter');
    expect(down).toContain(`/township/?${filter}`);
    expect(await read(`/township/coverage.csv?${filter}`)).toContain('Base,Mutouyingzi');
    expect(await read('/township/coverage.csv?base=nowhere')).toContain('Base,All');
    expect(await read('/township/?from=2026-05-01&asOf=2026-04-01')).toContain('later than the cut-off');
  });

  it('a NUL in a field or an address is as if it had not been typed', async () => {
    for (const [path, fields] of [
      ['/township/kiosks/', { deed: 'create', name: '\u0000', base: 'qingshan' }],
      ['/trainer/visits/', { number: '\u0000', topic: 'science', on: '2026-01-05' }],
      ['/sign-in/', { username: '\u0000', password: '\u0000' }],
      ['/township/accounts/', { deed: 'enable', account: '\u0000' }],
    ] as const)
      expect(await send(path, fields)).toContain(REFUSED);
    for (const path of ['/township/?base=%00', '/township/farmers/?search=%00', '/township/coverage.csv?group=%00&base=%00'])
      expect(await read(path)).not.toContain('Something broke');
    expect((await fetch(`${office.server.url}/en/lessons/%00/`)).status).toBe(404);
    const elsewhere = await fetch(`${office.server.url}//example.org/?a=%00`, { redirect: 'manual' });
    expect(elsewhere.headers.get('location') ?? '').not.toMatch(/^\/\//);
  });

  it('a farmer is removed only when sure; then they are off the list, and cannot be removed twice', async () => {
    const page = `/township/farmers/${office.farmer.learnerId}/`;
    expect(await send(page, { deed: 'remove' })).toContain(REFUSED);
    expect(await read('/township/farmers/')).toContain('王秀英');
    expect(await send(page, { deed: 'remove', sure: 'on' })).toContain('Removed.');
    expect(await read('/township/farmers/')).not.toContain('王秀英');
    expect(await audited('learner-removed')).toBe(1);
    expect(await send(page, { deed: 'remove', sure: 'on' })).toContain('role="alert"');
    expect(await audited('learner-removed')).toBe(1);
  });

  it('a village is added with its other spelling and shown as a tile; a name taken is refused and what was typed stays', async () => {
    const page = '/township/villages/';
    expect(await send(page, { nameZh: '哈沙图村', nameEn: 'Hashatu', aliases: '哈沙吐村' })).toContain(SAVED);
    expect(await read('/en/sign-in/')).toContain('Hashatu');
    const again = await send(page, { nameZh: '哈沙图村', nameEn: 'Second', aliases: '' });
    expect(again).toContain(REFUSED);
    expect(again).toContain('value="Second"');
    expect(await send(page, { nameZh: '又一村' }, trainer)).not.toContain(SAVED);
  });
});
