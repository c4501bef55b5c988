import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addMedium } from '../../../../src/domain/lessons/media/add-medium.ts';
import { deleteMedium } from '../../../../src/domain/lessons/media/delete-medium.ts';
import { mediaLibrary } from '../../../../src/domain/lessons/media/media-library.ts';
import { readMedia } from '../../../../src/domain/lessons/read-media.ts';
import { smallMp4, smallWebm, VTT } from '../../../support/small-media.ts';
import { addTrainer, at, withDrafts } from '../drafts/drafting.ts';

const BASE = 'mutouyingzi';
const bytes = (text: string) => new TextEncoder().encode(text);
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3a6b35' } });

describe('adding to what a base has', () => {
  const drafts = withDrafts();
  const add = (name: string, file: Uint8Array) => addMedium(drafts.db(), drafts.li(), { base: BASE, name, bytes: file }, at(1));
  const stored = async () => (await drafts.db().selectFrom('media').select('digest').execute()).length;
  async function refusal(name: string, file: Uint8Array) {
    const before = await stored();
    const outcome = await add(name, file);
    expect(await stored()).toBe(before);
    expect(await drafts.db().selectFrom('base_medium').selectAll().execute()).toEqual([]);
    if (outcome.ok) return 'added';
    return 'problems' in outcome ? outcome.problems[0]?.code : outcome.reason;
  }

  it('makes a photograph as small as kiosks show it, upright, and takes out where and with what it was taken', async () => {
    const photograph = await picture(3000, 2000)
      .withExif({ IFD0: { Make: 'a camera' }, IFD3: { GPSLatitude: '41/1 57/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const outcome = await add('羊圈 照片.JPG', photograph);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.medium).toMatchObject({ name: '羊圈-照片.webp', kind: 'picture' });
    const kept = await readMedia(drafts.db(), drafts.township().townshipId, outcome.medium.digest);
    if (!kept || 'beyond' in kept) throw new Error('not kept');
    const seen = await sharp(kept.bytes).metadata();
    expect(seen).toMatchObject({ format: 'webp', width: 1067, height: 1600 });
    expect([seen.exif, seen.xmp, seen.iptc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('leaves a small picture its size and a drawing its bytes', async () => {
    expect(await add('a.png', await picture(40, 30).png().toBuffer())).toMatchObject({ ok: true, medium: { name: 'a.webp' } });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>';
    expect(await add('b.svg', bytes(svg))).toMatchObject({ ok: true, medium: { name: 'b.svg', size: svg.length } });
  });
  it('takes a picture of forty megapixels', async () => {
    const outcome = await add('large.jpg', await picture(8000, 5000).jpeg().toBuffer());
    expect(outcome).toMatchObject({ ok: true, medium: { name: 'large.webp' } });
  });
  it('takes recordings, videos and captions as they are, named after what they are', async () => {
    expect(await add('咩.ogg', bytes('OggS a recording'))).toMatchObject({ ok: true, medium: { name: '咩.ogg', kind: 'sound' } });
    expect(await add('IMG_0001.MOV', smallMp4())).toMatchObject({ ok: true, medium: { name: 'IMG_0001.mp4', kind: 'video' } });
    expect(await add('shear.webm', smallWebm('V_VP9', 'A_OPUS'))).toMatchObject({ ok: true, medium: { kind: 'video' } });
    expect(await add('shear.zh.vtt', bytes(VTT))).toMatchObject({ ok: true, medium: { name: 'shear-zh.vtt', kind: 'captions' } });
  });
  it('refuses what kiosks cannot show, and keeps nothing of it', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
    expect(await refusal('IMG_0001.HEIC', heic)).toBe('picture-heic');
    expect(await refusal('IMG_0001.jpg', heic)).toBe('picture-heic');
    expect(await refusal('a.jpg', (await picture(400, 300).jpeg().toBuffer()).subarray(0, 300))).toBe('picture-broken');
    expect(await refusal('a.png', bytes('PK a renamed zip'))).toBe('picture-unknown');
    expect(await refusal('a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe('unsafe-svg');
    expect(await refusal('a.mp4', bytes('PK a renamed zip'))).toBe('not-a-video');
    expect(await refusal('a.mp4', smallMp4().subarray(0, -9))).toBe('video-cut-off');
    expect(await refusal('a.mp4', smallMp4('hvc1'))).toBe('video-codec');
    expect(await refusal('a.vtt', bytes('1\n00:00:01,000 --> 00:00:02,000\nSubRip\n'))).toBe('not-captions');
    expect(await refusal('a.mp3', bytes('PK a renamed zip'))).toBe('not-a-sound');
    expect(await refusal('a.docx', bytes('PK'))).toBe('file-of-unknown-kind');
    expect(await refusal('a.png', new Uint8Array())).toBe('file-empty');
  });
  it('refuses a small file that unpacks to a wall of pixels before unpacking it', async () => {
    const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(await refusal('bomb.png', bomb)).toBe('picture-too-many-pixels');
  });
  it('cannot be done by a trainer of another base', async () => {
    const wang = await addTrainer(drafts.db(), drafts.township(), 'wang', '王老师', 'qingshan');
    const adding = addMedium(drafts.db(), wang, { base: BASE, name: 'a.ogg', bytes: bytes('OggS') }, at(1));
    await expect(adding).rejects.toThrow('may not lesson:write');
  });
});

describe('the library of a base', () => {
  const drafts = withDrafts();
  const add = async (name: string, base = BASE, by = drafts.li()) => {
    const outcome = await addMedium(drafts.db(), by, { base, name, bytes: bytes(`OggS ${randomUUID()}`) }, at(1));
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.medium;
  };
  const library = () => mediaLibrary(drafts.db(), drafts.li(), BASE);
  const remove = (digest: string) => deleteMedium(drafts.db(), drafts.li(), { base: BASE, digest }, at(2));

  it('lists what was added and what lessons hold, with where each is used', async () => {
    const sound = await add('cough.ogg');
    const [first, ...rest] = await library();
    expect(first).toMatchObject({ name: 'cough.ogg', kind: 'sound', uses: [], size: sound.size });
    const cover = rest.find(({ name }) => name === 'cover.svg');
    expect(cover?.uses.find(({ lesson }) => lesson === 'feed')).toMatchObject({ isShown: true, isInDraft: false, title: { zh: '喂多少' } });
    const { media, revision } = await drafts.draftOf('water');
    await drafts.save('# 喝水\n', { media: { ...media, 'cough.ogg': sound.digest }, revision });
    const used = (await library()).find(({ digest }) => digest === sound.digest);
    expect(used?.uses).toEqual([expect.objectContaining({ lesson: 'water', isShown: false, isInDraft: true })]);
  });
  it('does not list what another base added', async () => {
    const wang = await addTrainer(drafts.db(), drafts.township(), 'wang', '王老师', 'qingshan');
    await add('theirs.ogg', 'qingshan', wang);
    expect((await library()).map(({ name }) => name)).not.toContain('theirs.ogg');
  });
  it('lets go of what nothing uses', async () => {
    const { digest } = await add('a.ogg');
    expect(await remove(digest)).toEqual({ ok: true });
    expect(await readMedia(drafts.db(), drafts.township().townshipId, digest)).toBeNull();
    expect(await remove(digest)).toEqual({ ok: false, reason: 'medium-unknown' });
  });
  it('keeps what a draft, its history or a version uses, and what another base has', async () => {
    const { digest } = await add('a.ogg');
    const { media, revision } = await drafts.draftOf('water');
    const saved = await drafts.save('# 一\n', { media: { ...media, 'a.ogg': digest }, revision });
    if (!saved.ok) throw new Error(saved.reason);
    await drafts.save('# 二\n', { media, revision: saved.revision, client: 'another window' }, at(30));
    expect(await remove(digest)).toEqual({ ok: false, reason: 'medium-in-use' });
    const cover = (await library()).find(({ name }) => name === 'cover.svg');
    expect(await remove(cover?.digest ?? '')).toEqual({ ok: false, reason: 'medium-in-use' });
    expect(await readMedia(drafts.db(), drafts.township().townshipId, digest)).not.toBeNull();
  });
});
