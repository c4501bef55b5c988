import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beginUpload } from '../../../../src/domain/lessons/media/begin-upload.ts';
import { discardUpload } from '../../../../src/domain/lessons/media/discard-upload.ts';
import { finishUpload } from '../../../../src/domain/lessons/media/finish-upload.ts';
import { listUploads } from '../../../../src/domain/lessons/media/list-uploads.ts';
import { receivePart } from '../../../../src/domain/lessons/media/receive-part.ts';
import { sweepUploads } from '../../../../src/domain/lessons/media/sweep-uploads.ts';
import { smallMp4 } from '../../../support/small-media.ts';
import { at, withDrafts } from '../drafts/drafting.ts';

const FILM = smallMp4('avc1', 'mp4a', 1_200_000);

describe('an upload', () => {
  const drafts = withDrafts();
  const begin = async (by = drafts.li(), stamp = '1') => {
    const file = { base: 'mutouyingzi', name: 'shear.mp4', size: FILM.length, stamp };
    const begun = await beginUpload(drafts.db(), by, file, randomUUID(), at(0));
    if (!begun.ok) throw new Error(begun.reason);
    return begun;
  };
  const send = (id: string, first: number, last: number, by = drafts.li()) =>
    receivePart(drafts.db(), by, { id, first, bytes: FILM.subarray(first, last) }, at(1));
  const finish = (id: string) => finishUpload(drafts.db(), drafts.li(), id, at(2));
  const parts = async () => (await drafts.db().selectFrom('upload_part').select('first').execute()).length;
  async function sendAll(id: string, from = 0): Promise<void> {
    for (let first = from; first < FILM.length; first += 512_000)
      expect(await send(id, first, first + 512_000)).toMatchObject({ ok: true });
  }

  it('comes in parts and becomes a medium, and nothing of the way stays', async () => {
    const { id, received, part } = await begin();
    expect([received, part]).toEqual([0, 512_000]);
    await sendAll(id);
    const outcome = await finish(id);
    expect(outcome).toMatchObject({ ok: true, medium: { name: 'shear.mp4', kind: 'video', size: FILM.length } });
    expect(await parts()).toBe(0);
    // The answer was lost: asked again, it is the same.
    expect(await finish(id)).toEqual(outcome);
  });
  it('goes on where it stopped when the same file is chosen again', async () => {
    const { id } = await begin();
    await send(id, 0, 512_000);
    expect(await begin()).toEqual({ ok: true, id, received: 512_000, part: 512_000 });
    await sendAll(id, 512_000);
    expect(await finish(id)).toMatchObject({ ok: true });
  });
  it('does not mix with another file of the same name, or with one that was changed meanwhile', async () => {
    const { id } = await begin();
    await send(id, 0, 512_000);
    expect(await begin(drafts.li(), '2')).toMatchObject({ received: 0 });
    expect(await begin(drafts.ma())).toMatchObject({ received: 0 });
  });
  it('does not take a part twice, a part that does not join on, or one too long', async () => {
    const { id } = await begin();
    await send(id, 0, 512_000);
    expect(await send(id, 0, 512_000)).toEqual({ ok: false, reason: 'upload-offset', received: 512_000 });
    expect(await send(id, 600_000, 700_000)).toEqual({ ok: false, reason: 'upload-offset', received: 512_000 });
    expect(await send(id, 512_000, 1_100_000)).toEqual({ ok: false, reason: 'upload-part-wrong' });
    expect(await parts()).toBe(1);
  });
  it('takes one of two parts that come at the same moment', async () => {
    const { id } = await begin();
    const both = await Promise.all([send(id, 0, 1_000), send(id, 0, 1_000)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await parts()).toBe(1);
  });
  it('that stopped just before its end becomes nothing', async () => {
    const { id } = await begin();
    await send(id, 0, 512_000);
    await send(id, 512_000, 1_024_000);
    expect(await finish(id)).toEqual({ ok: false, reason: 'upload-not-whole', received: 1_024_000 });
    expect(await drafts.db().selectFrom('base_medium').selectAll().execute()).toEqual([]);
    expect(await listUploads(drafts.db(), drafts.li())).toMatchObject([{ name: 'shear.mp4', received: 1_024_000 }]);
  });
  it('of something that kiosks cannot play is refused and forgotten', async () => {
    const zip = Buffer.from('PK a renamed zip');
    const file = { base: 'mutouyingzi', name: 'shear.mp4', size: zip.length, stamp: '' };
    const begun = await beginUpload(drafts.db(), drafts.li(), file, randomUUID(), at(0));
    if (!begun.ok) throw new Error(begun.reason);
    await receivePart(drafts.db(), drafts.li(), { id: begun.id, first: 0, bytes: zip }, at(1));
    expect(await finish(begun.id)).toMatchObject({ ok: false, reason: 'medium-has-problems', problems: [{ code: 'not-a-video' }] });
    expect([await parts(), await listUploads(drafts.db(), drafts.li())]).toEqual([0, []]);
  });
  it('is refused before it begins when the file is too large, empty, or of no kind that lessons hold', async () => {
    const refused = async (name: string, size: number) => {
      const outcome = await beginUpload(drafts.db(), drafts.li(), { base: 'mutouyingzi', name, size, stamp: '' }, randomUUID(), at(0));
      return outcome.ok ? 'begun' : outcome.reason;
    };
    expect(await refused('a.mp4', 30_000_001)).toBe('upload-too-large');
    expect(await refused('a.mp4', 0)).toBe('file-empty');
    expect(await refused('a.exe', 10)).toBe('file-of-unknown-kind');
    expect(await refused('a.mp4', 30_000_000)).toBe('begun');
  });
  it('belongs to who began it', async () => {
    const { id } = await begin();
    expect(await send(id, 0, 100, drafts.ma())).toEqual({ ok: false, reason: 'upload-unknown' });
    expect(await discardUpload(drafts.db(), drafts.ma(), id)).toEqual({ ok: false, reason: 'upload-unknown' });
    expect(await discardUpload(drafts.db(), drafts.li(), id)).toEqual({ ok: true });
    expect(await listUploads(drafts.db(), drafts.li())).toEqual([]);
  });
  it('that nobody went on with for three days is swept away, a younger one is not', async () => {
    const { id } = await begin();
    await send(id, 0, 512_000);
    expect(await sweepUploads(drafts.db(), at(3 * 24 * 60))).toEqual({ swept: 0 });
    expect(await sweepUploads(drafts.db(), at(3 * 24 * 60 + 2))).toEqual({ swept: 1 });
    expect(await parts()).toBe(0);
  });
});
