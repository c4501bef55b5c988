import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { type Office, startOffice } from '../support/office.ts';

const LESSON = 'pen-space';
const STUDIO = `/trainer/studio/${LESSON}/`;

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what each action answers is the test's to say
  body: any;
}

describe('the studio', () => {
  let office: Office;
  let trainer = '';
  let stranger = '';
  let account = '';
  beforeAll(async () => {
    office = await startOffice();
    trainer = await office.signIn('teacher');
    stranger = await office.signIn('stranger');
    account = await accountOf('teacher');
  }, 180_000);
  afterAll(() => office?.server.stop());

  async function accountOf(username: string): Promise<string> {
    const db = connect(office.server.databaseUrl ?? '', 1);
    const row = await db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow();
    await db.destroy();
    return row.id;
  }
  async function call(action: string, input: unknown, cookie = trainer): Promise<Answer> {
    const headers = { cookie, origin: office.server.url, 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch(`${office.server.url}/_actions/studio.${action}/`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    const text = await response.text();
    return { status: response.status, body: unpack(text) };
  }
  /** Actions answer in devalue: a list in which objects name their parts by index. */
  function unpack(text: string): unknown {
    const flat: unknown = JSON.parse(text || 'null');
    if (!Array.isArray(flat)) return flat;
    const read = (at: number): unknown => {
      const value: unknown = flat[at];
      if (Array.isArray(value)) return value[0] === 'Date' ? new Date(value[1] as string) : value.map(read);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, index]) => [key, read(index as number)]));
    };
    return read(0);
  }
  const read = async (path: string, cookie = trainer) => {
    const response = await fetch(office.server.url + path, { redirect: 'manual', headers: { cookie: `${cookie}; furrow_language=en` } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const send = async (path: string, fields: Record<string, string | File>, cookie = trainer) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const headers = { cookie: `${cookie}; furrow_language=en`, origin: office.server.url };
    const response = await fetch(office.server.url + path, { method: 'POST', redirect: 'manual', headers, body });
    return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() };
  };
  const opened = async () => (await call('openDraft', { lesson: LESSON })).body.draft;
  const saved = async (more: object = {}, cookie = trainer) => {
    const { revision, files, media } = await opened();
    return call('saveDraft', { lesson: LESSON, revision, files, media, client: 'window', account, ...more }, cookie);
  };

  it('a draft is opened, saved and published through actions', async () => {
    const { files, revision } = await opened();
    expect(revision).toBe(0);
    const answer = await saved({ files: { ...files, zh: `${files.zh}\n` } });
    expect(answer).toMatchObject({ status: 200, body: { ok: true, revision: 1, problems: [] } });
    expect((await opened()).files.zh).toBe(`${files.zh}\n`);
    expect((await call('inTheMiddle', { lesson: LESSON })).body).toEqual({ learners: 0, lately: 0 });
    expect((await call('publish', { lesson: LESSON, revision: 1, note: 'x' })).body).toEqual({ ok: true, version: 2 });
    expect((await call('history', { lesson: LESSON })).body[0]).toMatchObject({ kind: 'published', version: 2, by: 'teacher' });
  });

  it('a session that ended two hours ago is told so with 401, and the same save passes after signing in again', async () => {
    const { revision, files, media } = await opened();
    const input = { lesson: LESSON, revision, files: { ...files, en: `${files.en}\n` }, media, client: 'slept', account };
    const mine = await office.signIn('teacher');
    const db = connect(office.server.databaseUrl ?? '');
    const ended = new Date(Date.now() - 2 * 3600_000);
    await db.updateTable('session').set({ expires_at: ended, absolute_until: ended }).execute();
    const refused = await call('saveDraft', input, mine);
    expect(refused).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED', message: 'session-ended' } });
    await db.destroy();
    [trainer, stranger] = [await office.signIn('teacher'), await office.signIn('stranger')];
    expect((await opened()).files).toEqual(files);
    expect((await call('saveDraft', input)).body).toMatchObject({ ok: true });
  });

  it('nobody without a session, of another base, from another site or with a malformed request saves anything', async () => {
    const before = await opened();
    expect((await saved({}, '')).status).toBe(401);
    expect(await saved({ account: await accountOf('stranger') }, stranger)).toMatchObject({
      status: 403,
      body: { message: 'not-allowed' },
    });
    expect((await saved({ revision: 'x' })).status).toBe(400);
    const headers = { cookie: trainer, origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const foreign = await fetch(`${office.server.url}/_actions/studio.saveDraft/`, { method: 'POST', headers, body: '{}' });
    expect(foreign.status).toBe(403);
    expect(await opened()).toEqual(before);
  });

  it('words of one account are not saved under the name of another that signed in on the same computer', async () => {
    const before = await opened();
    const admin = await office.signIn('admin');
    const files = { ...before.files, zh: `${before.files.zh}\n老师写的` };
    expect(await saved({ files }, admin)).toMatchObject({ status: 200, body: { ok: false, reason: 'another-account' } });
    expect(await opened()).toEqual(before);
  });

  it('5 MB are refused with the limit, and the answer is an answer', async () => {
    const { files } = await opened();
    const answer = await saved({ files: { ...files, zh: 'x'.repeat(5_000_000) } });
    expect(answer).toMatchObject({ status: 200, body: { ok: false, reason: 'too-large', file: 'zh.mdx', limit: 1_000_000 } });
  });

  it('the preview is the kiosk’s page of the draft: for trainers of the base, kept nowhere, with its weight and without a way to sign in', async () => {
    const { files } = await opened();
    await saved({ files: { ...files, zh: files.zh.replace(/^# .+/, '# 只在草稿里') } });
    const page = await read(`${STUDIO}preview/zh/`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('只在草稿里');
    expect(page.text).toContain('<furrow-lesson');
    expect(page.text).toMatch(/data-weight="\d+"/);
    expect(page.text).not.toMatch(/data-sign-in|furrow-who|service-worker|furrow-idle/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await read(`/zh/lessons/${LESSON}/`)).text).not.toContain('只在草稿里');
    expect((await read(`${STUDIO}preview/zh/`, '')).status).toBe(303);
    expect((await read(`${STUDIO}preview/zh/`, stranger)).status).toBe(403);
    expect((await read('/trainer/studio/nothing/preview/zh/')).status).toBe(404);
  });

  it('a lesson is weighed by the server: what a kiosk fetches for each language, heaviest first, and nobody has to fetch it for that', async () => {
    const { zh, en } = (await call('weigh', { lesson: LESSON })).body;
    for (const weight of [zh, en]) {
      expect(weight).toMatchObject({ isHeavy: false, total: weight.text + weight.media });
      expect(weight.parts.length).toBeGreaterThan(0);
      for (const [index, { path, bytes }] of weight.parts.entries()) {
        expect(bytes, path).toBeGreaterThan(0);
        expect(bytes, path).toBeLessThanOrEqual(weight.parts[index - 1]?.bytes ?? Number.MAX_SAFE_INTEGER);
      }
    }
    expect((await call('weigh', { lesson: LESSON }, stranger)).status).toBe(403);
  });

  it('a draft with problems is shown as far as it goes, a torn one says that it cannot be; one language may be missing', async () => {
    const { files } = await opened();
    await saved({ files: { ...files, zh: `${files.zh}\n<script>alert(1)</script>\n\n<SingleChoice id="z" />`, en: '' } });
    const page = await read(`${STUDIO}preview/zh/`);
    expect(page.text).toContain('<furrow-lesson');
    expect(page.text).not.toContain('<script>alert');
    expect((await call('weigh', { lesson: LESSON })).body.zh.total).toBeGreaterThan(1_000);
    await saved({ files: { ...files, zh: '# 一\n\n<Tip>' } });
    expect((await read(`${STUDIO}preview/zh/`)).text).not.toContain('<furrow-lesson');
    await saved({ files });
  });

  it('what changed is read in words, and an older text is restored', async () => {
    const page = await read(`${STUDIO}history/?from-version=1&to-version=2`);
    expect(page.text).toContain('Nothing changed of what a farmer reads.');
    const current = /name="current" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    expect((await send(`${STUDIO}history/`, { place: 'version=1', current: '0' })).text).toContain('changed meanwhile');
    expect((await send(`${STUDIO}history/`, { place: 'version=1', current })).text).toContain('Restored.');
    expect((await read(`${STUDIO}history/`, stranger)).status).toBe(403);
  });

  it('a review is asked for, refused to its author and approved by another on the page', async () => {
    const admin = await office.signIn('admin');
    const { files, revision } = await opened();
    const asked = await saved({ files: { ...files, zh: `${files.zh}\n\n` }, revision });
    const review = (await call('askForReview', { lesson: LESSON, revision: asked.body.revision, note: 'please' })).body.review;
    expect((await call('approve', { review })).body).toEqual({ ok: false, reason: 'own-draft' });
    const page = '/trainer/studio/reviews/';
    expect((await read(page)).text).toContain('another trainer must do it');
    expect((await send(page, { review, deed: 'send-back', reason: '' }, admin)).text).toContain('class="notice alert"');
    expect((await send(page, { review, deed: 'approve' }, admin)).text).toContain('class="notice good"');
    expect((await read('/trainer/studio/')).text).toContain('data-state="approved"');
  });

  it('a new lesson begins from a template, a copy and a file', async () => {
    const form = { course: 'mutton-sheep-first-steps', name: '' };
    const template = await send('/trainer/studio/new/', { ...form, start: 'template', template: 'calculation' });
    expect(template).toMatchObject({ status: 303, location: '/trainer/studio/work-it-out/' });
    expect((await read('/trainer/studio/work-it-out/')).text).toContain('算一笔账');
    expect((await send('/trainer/studio/new/', { ...form, start: 'copy', copy: LESSON })).status).toBe(303);
    const file = new File(['# Shade\n\nIn summer.'], 'en.mdx');
    expect((await send('/trainer/studio/new/', { ...form, start: 'file', file })).location).toBe('/trainer/studio/shade/');
    expect((await send('/trainer/studio/new/', { ...form, start: 'file' })).text).toContain('Choose an MDX file');
    expect((await send('/trainer/studio/new/', { ...form, start: 'template', template: 'calculation' }, stranger)).text).toContain(
      'not one of your bases',
    );
  });

  it('a course is started, filled and put in order', async () => {
    const course = { base: 'mutouyingzi', titleZh: '接羔', titleEn: 'Lambing', classHours: '1.5' };
    expect((await send('/trainer/studio/courses/new/', { ...course, classHours: '1.3' })).text).toContain('value="Lambing"');
    const made = await send('/trainer/studio/courses/new/', course);
    expect(made.location).toBe('/trainer/studio/courses/lambing/?created');
    const page = '/trainer/studio/courses/lambing/';
    for (const lesson of [LESSON, 'drench-right']) await send(page, { deed: 'share', lesson });
    const order = async () => Array.from((await read(page)).text.matchAll(/<li data-lesson="([^"]+)"/g), ([, id]) => id);
    const [first = '', second = ''] = await order();
    expect((await send(page, { deed: 'up', lesson: second, order: `${first} ${second}` })).text).toContain('The order is changed.');
    expect(await order()).toEqual([second, first]);
    expect((await call('orderLessons', { course: 'lambing', lessons: [first, second] })).body).toEqual({ ok: true });
    expect(await order()).toEqual([first, second]);
    expect((await send(page, { deed: 'up', lesson: second, order: `${first} ${second}` }, stranger)).text).toContain(
      'not one of your bases',
    );
  });

  it('a question file comes into the draft with a report, and questions go out as GIFT', async () => {
    const page = `${STUDIO}questions/`;
    const gift = new File(['::from-file:: 羊吃什么？ {=草 ~石头}\n\n写一写 {}'], 'q.txt');
    const sent = await send(page, { which: 'zh', file: gift });
    expect(sent.text).toContain('1 questions were added.');
    expect(sent.text).toContain('line 3');
    expect((await opened()).files.zh).toContain('<SingleChoice id="from-file"');
    expect((await read(`${page}zh.gift`)).text).toContain('::from-file:: 羊吃什么？ {');
    expect((await read(`${page}zh.gift`, '')).status).toBe(401);
    expect((await read(`${page}zh.gift`, stranger)).status).toBe(403);
    expect((await send(page, { which: 'zh', file: new File(['{}'], 'q.txt') })).text).toContain('class="notice alert"');
  });
});
