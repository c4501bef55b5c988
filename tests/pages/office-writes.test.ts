import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/office.ts';

const LESSON = '/trainer/lessons/pen-space/';
const FOLDER = 'content/courses/mutton-sheep-first-steps/pen-space';

describe('what trainers and staff write', () => {
  let office: Office;
  let admin = '';
  let trainer = '';
  beforeAll(async () => {
    office = await startOffice();
    admin = await office.signIn('admin');
    trainer = await office.signIn('teacher');
  }, 180_000);
  afterAll(() => office?.server.stop());

  /** Sends a form as a browser does and gives the page that answers, in English. */
  async function send(path: string, fields: Record<string, string | File | string[]>, cookie = admin) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
    const headers = { cookie: `${cookie}; furrow_language=en`, origin: office.server.url };
    const response = await fetch(office.server.url + path, { method: 'POST', redirect: 'manual', headers, body });
    return { status: response.status, text: await response.text() };
  }
  async function read(path: string, cookie = admin) {
    const response = await fetch(office.server.url + path, { headers: { cookie: `${cookie}; furrow_language=en` } });
    return response.text();
  }
  const SAVED = 'class="notice good"';
  const REFUSED = 'class="notice alert"';
  const chinese = readFileSync(`${FOLDER}/zh.mdx`, 'utf8');

  it('a language file is published, and taken back', async () => {
    const file = new File([`${chinese}\n`], 'zh.mdx');
    expect((await send(LESSON, { deed: 'publish', which: 'zh', file, note: '' }, trainer)).text).toContain('Version 2 is published');
    expect((await send(LESSON, { deed: 'take-back' }, trainer)).text).toContain(SAVED);
    expect((await send(LESSON, { deed: 'take-back' }, trainer)).text).toContain(REFUSED);
  });

  it('a language file with a mistake is refused with file, line and column, and the note stays', async () => {
    const file = new File([`${chinese}\n<Figure src=`], 'zh.mdx');
    const { text } = await send(LESSON, { deed: 'publish', which: 'zh', file, note: 'my note stays' }, trainer);
    expect(text).toContain(REFUSED);
    expect(text).toMatch(/zh\.mdx[^<]*\d+[^<]*\d+/);
    expect(text).toContain('value="my note stays"');
  });

  it('the lesson page shows all three texts', async () => {
    const text = await read(LESSON, trainer);
    for (const name of ['zh.mdx', 'en.mdx', 'lesson.yaml']) expect(text).toContain(`aria-label="${name}"`);
    expect(text).toContain('objectives:');
  });

  it('a trainer of another base publishes nothing here', async () => {
    const stranger = await office.signIn('stranger');
    const file = new File([`${chinese}\n\n`], 'zh.mdx');
    const theirs = 'This is not one of your bases.';
    expect((await send(LESSON, { deed: 'publish', which: 'zh', file }, stranger)).text).toContain(theirs);
    expect((await send(LESSON, { deed: 'take-back' }, stranger)).text).toContain(theirs);
    const folder = { course: 'mutton-sheep-first-steps', lesson: 'pen-space', files: file };
    expect((await send('/trainer/publish/', folder, stranger)).text).toContain(theirs);
  });

  it('a lesson folder without its parts is refused', async () => {
    const fields = { course: 'mutton-sheep-first-steps', lesson: 'new-lesson', files: new File([chinese], 'zh.mdx') };
    expect((await send('/trainer/publish/', fields, trainer)).text).toContain(REFUSED);
    expect((await send('/trainer/publish/', { course: 'mutton-sheep-first-steps', lesson: 'new-lesson' }, trainer)).text).toContain(
      REFUSED,
    );
  });

  it('an import tells line, column and value; what was read through is then imported', async () => {
    const page = '/township/farmers/import/';
    const bad = new File(['姓名,村,出生年\n刘海,没有的村,1970\n'], 'r.csv');
    const refused = (await send(page, { deed: 'dry-run', file: bad })).text;
    for (const shown of ['>2<', '>Village<', '>没有的村<']) expect(refused).toContain(shown);
    const good = new File(['姓名,村,出生年\n刘海,青山村,1970\n'], 'r.csv');
    const { text } = await send(page, { deed: 'dry-run', file: good });
    const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(await read('/township/farmers/')).not.toContain('刘海');
    expect((await send(page, { deed: 'import', seen })).text).toContain(SAVED);
    expect(await read('/township/farmers/')).toContain('刘海');
    expect((await send(page, { deed: 'dry-run', file: new File(['姓名,村,PIN\n刘,青山村,1234\n'], 'r.csv') })).text).toContain(REFUSED);
  });

  it('a farmer is added, edited, moved, given a code and removed', async () => {
    const [home = '', other = ''] = office.township.villageIds;
    const refused = await send('/township/farmers/', { name: '陈明', village: home, birthYear: '1066' });
    expect(refused.text).toContain(REFUSED);
    expect(refused.text).toContain('value="陈明"');
    expect((await send('/township/farmers/', { name: '陈明', village: home, birthYear: '1966' })).text).toContain(SAVED);
    const page = `/township/farmers/${office.farmer.learnerId}/`;
    expect((await send(page, { deed: 'edit', name: '王秀芬', language: 'zh' })).text).toContain('王秀芬');
    expect((await send(page, { deed: 'edit', name: '', language: 'zh' })).text).toContain(REFUSED);
    expect((await send(page, { deed: 'move', village: other })).text).toContain(SAVED);
    expect((await send(page, { deed: 'move', village: 'nowhere' })).text).toContain(REFUSED);
    expect((await send(page, { deed: 'code' })).text).toMatch(/class="code">\d{6}</);
    expect((await send(page, { deed: 'reset' })).text).toMatch(/class="code">\d{6}</);
    expect(await read(page)).not.toMatch(/class="code">\d{6}</);
    expect((await send(page, { deed: 'remove' })).text).toContain('role="alert"');
    const number = office.farmer.number;
    const visit = { number, topic: 'science', on: '2026-01-05', note: '' };
    expect((await send('/trainer/visits/', { ...visit, number: '000000' }, trainer)).text).toContain(REFUSED);
    expect((await send('/trainer/visits/', visit, trainer)).text).toContain(SAVED);
  });

  it('codes are printed for those ticked', async () => {
    const { text } = await send('/township/codes/', { learner: [office.farmer.learnerId, 'nobody'] });
    expect(text.match(/class="slip"/g)).toHaveLength(1);
  });

  it('cards are issued to those ticked, drawn without a name, listed, voided; who is no administrator does not change the rule', async () => {
    const id = office.farmer.learnerId;
    const sheet = await send('/township/cards/', { deed: 'issue', learner: [id, 'nobody'] });
    expect(sheet.text).toContain(SAVED);
    expect(sheet.text.match(/class="id-card"/g)).toHaveLength(1);
    const card = /<li class="id-card">.*?<\/li>/s.exec(sheet.text)?.[0] ?? '';
    expect(card).toContain(office.farmer.number);
    expect(card).not.toContain('王秀');
    expect((await send('/township/cards/', { deed: 'issue' })).text).toContain(REFUSED);
    const found = `/township/cards/?search=${office.farmer.number}`;
    expect(await read(found)).toContain('card of 20');
    expect((await send(found, { deed: 'void', learner: id })).text).toContain(SAVED);
    expect(await read(found)).not.toContain('card of 20');
    expect((await send(found, { deed: 'void', learner: id })).text).toContain(REFUSED);
    expect(await read(found, trainer)).not.toContain('needs-pin');
    expect((await send('/township/cards/', { deed: 'rule' }, trainer)).text).not.toContain(SAVED);
    expect((await send('/township/cards/', { deed: 'rule' })).text).toContain(SAVED);
    expect(await read('/township/cards/')).not.toMatch(/name="needs-pin" checked/);
    expect((await send('/township/cards/', { deed: 'rule', 'needs-pin': 'on' })).text).toContain(SAVED);
    expect(await read('/township/cards/')).toMatch(/name="needs-pin" checked/);
  });

  it('groups and requirements are made, a second of the same is refused', async () => {
    const group = { deed: 'create', nameZh: '养羊小组', nameEn: 'Sheep', kind: 'industry' };
    expect((await send('/township/groups/', group)).text).toContain(SAVED);
    expect((await send('/township/groups/', group)).text).toContain(REFUSED);
    const id = /\?group=([0-9a-f-]{36})/.exec(await read('/township/groups/'))?.[1] ?? '';
    expect((await send('/township/groups/', { deed: 'members', group: id, numbers: office.farmer.number })).text).toContain(SAVED);
    expect((await send('/township/groups/', { deed: 'members', group: id, numbers: '123' })).text).toContain(REFUSED);
    const rule = { deed: 'add', course: 'mutton-sheep-first-steps', group: id };
    expect((await send('/township/requirements/', rule)).text).toContain(SAVED);
    expect((await send('/township/requirements/', rule)).text).toContain(REFUSED);
    expect((await send('/township/requirements/', { deed: 'end', requirement: 'none' })).text).toContain(REFUSED);
  });

  it('a kiosk’s code is shown once; the kiosk is revoked', async () => {
    const { text } = await send('/township/kiosks/', { deed: 'create', name: 'Gate', base: 'qingshan' });
    const code = /class="code">([A-Z0-9]{8})</.exec(text)?.[1] ?? 'no code';
    expect(code).toHaveLength(8);
    expect(await read('/township/kiosks/')).not.toContain(code);
    expect((await send('/township/kiosks/', { deed: 'create', name: '', base: 'qingshan' })).text).toContain(REFUSED);
    expect((await send('/township/kiosks/', { deed: 'revoke', kiosk: office.township.kiosk.kioskId })).text).toContain(SAVED);
    expect((await send('/township/kiosks/', { deed: 'revoke', kiosk: 'none' })).text).toContain(REFUSED);
  });

  it('an account is added; one without a role, or of a name that is taken, is refused', async () => {
    const account = { username: 'new.staff', displayName: 'New', password: 'a long enough one', role: 'staff' };
    expect((await send('/township/accounts/', { ...account, role: [] })).text).toContain(REFUSED);
    expect((await send('/township/accounts/', account)).text).toContain(SAVED);
    expect((await send('/township/accounts/', account)).text).toContain(REFUSED);
  });

  it('coverage answers a day that never was as if none had been asked', async () => {
    expect(await read('/township/?asOf=2026-02-31&from=2026-02-30&base=nowhere')).toContain('data-village="total"');
  });
});
