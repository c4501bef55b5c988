import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/office.ts';
import { smallMp4 } from '../support/small-media.ts';

const PAGE = '/trainer/media/';

describe('the plain form at /trainer/media/, without a script', () => {
  let office: Office;
  let teacher = '';
  beforeAll(async () => {
    office = await startOffice();
    teacher = await office.signIn('teacher');
  }, 180_000);
  afterAll(() => office?.server.stop());

  const headers = (cookie: string, language: string) => ({ cookie: `${cookie}; furrow_language=${language}`, origin: office.server.url });
  const read = async (cookie = teacher) => (await fetch(office.server.url + PAGE, { headers: headers(cookie, 'en') })).text();
  /** Sends the form as a browser does; what the page says of it stands in its notices. */
  async function send(files: [string, Uint8Array][], { cookie = teacher, language = 'en', base = 'mutouyingzi' } = {}) {
    const body = new FormData();
    body.append('base', base);
    for (const [name, bytes] of files) body.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
    const response = await fetch(office.server.url + PAGE, {
      method: 'POST',
      redirect: 'manual',
      headers: headers(cookie, language),
      body,
    });
    const text = await response.text();
    const said = Array.from(text.matchAll(/<p class="notice[^>]*>([\s\S]*?)<\/p>/g), ([, words = '']) =>
      words.replace(/<[^>]+>/g, '').trim(),
    );
    return { status: response.status, text, said: said.join(' | ') };
  }
  const picture = (width = 40) =>
    sharp({ create: { width, height: 30, channels: 3, background: '#3a6b35' } })
      .png()
      .toBuffer();

  it('is a form that any browser can send', async () => {
    const page = await read();
    expect(page).toMatch(/<form method="post" enctype="multipart\/form-data"/);
    expect(page).toMatch(/<input[^>]*type="file"[^>]*name="file"[^>]*multiple/);
  });

  it('adds every file that was chosen, and the page lists them', async () => {
    const { status, said, text } = await send([
      ['pen.png', await picture()],
      ['shear.mp4', smallMp4()],
    ]);
    expect([status, said]).toEqual([200, '“pen.webp” is added. “shear.mp4” is added.']);
    const [, digest] = /\/media\/([0-9a-f]{64})/.exec(text.slice(text.indexOf('pen.webp') - 2000)) ?? [];
    expect((await fetch(`${office.server.url}/media/${digest}`)).status).toBe(200);
    expect(await read()).toContain('shear.mp4');
  });

  it('says of each file that cannot be used why, and takes the others', async () => {
    const { status, said } = await send([
      ['shed.png', await picture(50)],
      ['zip.mp4', Buffer.from('PK a renamed zip')],
      ['plan.docx', Buffer.from('PK')],
    ]);
    expect(status).toBe(200);
    expect(said).toContain('“shed.webp” is added.');
    expect(said).toContain('“zip.mp4” is not a video');
    expect(said).toMatch(/“plan\.docx” was not added: \S+/);
    expect((await send([['zip.mp4', Buffer.from('PK')]], { language: 'zh' })).said).toMatch(/zip\.mp4.*不是视频/);
    const page = await read();
    expect(page).toContain('shed.webp');
    expect(page).not.toMatch(/zip\.mp4|plan\.docx/);
  });

  it('says that no file was chosen', async () => {
    expect((await send([['', new Uint8Array()]])).said).toMatch(/file/i);
    expect((await send([])).said).toMatch(/file/i);
  });

  it('takes a video as large as the page says, and answers more with a page that says so', async () => {
    const { said } = await send([['long.mp4', smallMp4('avc1', 'mp4a', 29_000_000)]]);
    expect(said).toBe('“long.mp4” is added.');
    const refused = await send([['longer.mp4', smallMp4('avc1', 'mp4a', 34_000_000)]]);
    expect(refused.status).toBe(413);
    expect(refused.text).toMatch(/一次传的文件太大了[\s\S]*Too much at once/);
    const two = await send([['large.mp4', smallMp4('avc1', 'mp4a', 31_000_000)]]);
    expect(two.said).toMatch(/“large\.mp4” was not added: .*30 MB/);
  });

  it('gives a trainer of another base nothing to add to here, and a guest the sign-in', async () => {
    const stranger = await office.signIn('stranger');
    await send([['theirs.png', await picture(60)]], { cookie: stranger });
    expect(await read()).not.toContain('theirs.webp');
    expect((await send([['guest.png', await picture(70)]], { cookie: '' })).status).toBe(303);
    expect(await read()).not.toContain('guest.webp');
  });
});
