import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { previewDraft } from '../../../../src/domain/lessons/drafts/preview-draft.ts';
import { publishDraft } from '../../../../src/domain/lessons/drafts/publish-draft.ts';
import { saveDraft } from '../../../../src/domain/lessons/drafts/save-draft.ts';
import { addMedium } from '../../../../src/domain/lessons/media/add-medium.ts';
import { noteMediaFacts } from '../../../../src/domain/lessons/media/note-media-facts.ts';
import { publishedLesson } from '../../../../src/domain/lessons/published-lesson.ts';
import { smallMp4, smallWebm, VTT } from '../../../support/small-media.ts';
import { at, withDrafts } from '../drafts/drafting.ts';
import { FACTS } from '../small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const photograph = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a6b35' } })
    .png()
    .toBuffer();

describe('what is noted of a file when it comes', () => {
  const { db, li, township, draftOf } = withDrafts();
  const add = async (name: string, file: Uint8Array) => {
    const outcome = await addMedium(db(), li(), { base: 'mutouyingzi', name, bytes: file }, at(0));
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.medium.digest;
  };
  const shownIn = (source: string, alt: string) =>
    `${source.trimEnd()}\n\n## ${alt}\n\n<Figure src="pen.webp" alt="${alt}" />\n\n<Video src="shear.mp4" poster="pen.webp" captions="c.vtt" title="${alt}" />\n`;
  /** The lesson `water` with a picture, a film and captions in it. */
  const saveWithMedia = async (more: Record<string, string> = {}) => {
    const { files, media, revision } = await draftOf('water');
    const added = {
      'pen.webp': await add('pen.png', await photograph()),
      'shear.mp4': await add('shear.mp4', smallMp4()),
      'c.vtt': await add('c.vtt', bytes(VTT)),
    };
    const both = { ...files, zh: shownIn(files.zh, '羊圈'), en: shownIn(files.en, 'The pen') };
    const input = { lesson: 'water', revision, client: 'a', files: both, media: { ...media, ...added, ...more } };
    return saveDraft(db(), li(), input, at(1));
  };
  const codes = async (more: Record<string, string>) => {
    const saved = await saveWithMedia(more);
    return saved.ok ? saved.problems.map(({ file, code }) => `${file} ${code}`) : [saved.reason];
  };
  const noted = () => db().selectFrom('media').select(['digest', 'facts']).orderBy('digest').execute();

  it('is format, size of a picture and codecs, of shipped files too', async () => {
    const digest = await add('pen.png', await photograph());
    await add('shear.webm', smallWebm('V_VP9', 'A_OPUS'));
    const facts = (await noted()).map((row) => row.facts);
    expect((await noted()).find((row) => row.digest === digest)?.facts).toEqual({
      format: 'webp',
      picture: { width: 40, height: 30 },
      codecs: [],
    });
    expect(facts).toContainEqual({ format: 'webm', picture: null, codecs: ['V_VP9', 'A_OPUS'] });
    expect(facts).toContainEqual({ format: 'svg', picture: { width: 4, height: 4 }, codecs: [] });
  });

  it('is enough to check, show, weigh and publish a lesson: no byte of its files is read again', async () => {
    const { media } = await draftOf('water');
    await saveWithMedia();
    // Whoever looked into the files now would find neither picture nor film.
    await db()
      .updateTable('media')
      .set({ bytes: Buffer.alloc(1234) })
      .execute();
    const saved = await saveWithMedia();
    expect(saved).toMatchObject({ ok: true, problems: [] });
    const revision = saved.ok ? saved.revision : 0;
    const preview = await previewDraft(db(), li(), { lesson: 'water', language: 'zh' });
    expect(preview?.problems).toEqual([]);
    expect(preview?.lesson?.steps.zh.map(({ html }) => html).join('')).toContain('alt="羊圈" width="40" height="30"');
    expect(preview?.weight?.parts.find(({ path }) => path === 'pen.webp')?.bytes).toBe(1234);
    expect(await publishDraft(db(), li(), { lesson: 'water', revision, note: '' }, at(2))).toEqual({ ok: true, version: 2 });
    const shown = await publishedLesson(db(), township().townshipId, 'water');
    expect(Object.keys(shown?.checked.media ?? {}).sort()).toEqual(['c.vtt', ...Object.keys(media), 'pen.webp', 'shear.mp4'].sort());
  });

  it('tells a file under the name of another kind, and a film in a codec kiosks no longer play', async () => {
    const sound = await add('cough.ogg', bytes('OggS a recording'));
    expect(await codes({ 'a.png': sound, 'b.mp4': sound, 'c.vtt': sound, 'd.mp3': sound, 'mn.yaml': sound })).toEqual([
      'c.vtt not-captions',
      'a.png not-a-picture',
      'b.mp4 not-a-video',
      'd.mp3 not-a-sound',
      'mn.yaml field-wrong',
    ]);
    const facts = JSON.stringify({ format: 'mp4', picture: null, codecs: ['hvc1', 'mp4a'] });
    await db().updateTable('media').set({ facts }).where('media_type', '=', 'video/mp4').execute();
    expect(await codes({})).toContain('shear.mp4 video-codec');
  });

  it('does not stand for the texts beside a lesson: they are read', async () => {
    const { files, media } = await draftOf('feed');
    expect(media).toHaveProperty('facts.yaml');
    const input = {
      lesson: 'feed',
      revision: 0,
      client: 'a',
      files: { ...files, metadata: files.metadata.replace('[31]', '[32]') },
      media,
    };
    const saved = await saveDraft(db(), li(), input, at(1));
    expect(saved).toMatchObject({ ok: true, problems: [{ file: 'facts.yaml', code: 'fact-without-source' }] });
    expect(FACTS).toContain('[31]');
  });

  it('is caught up on once for files that came before, which are looked at meanwhile', async () => {
    await saveWithMedia();
    const before = await noted();
    await db().updateTable('media').set({ facts: null }).execute();
    expect(await saveWithMedia()).toMatchObject({ ok: true, problems: [] });
    await db().updateTable('media').set({ facts: null }).execute();
    expect(await noteMediaFacts(db())).toEqual({ noted: before.length });
    expect(await noted()).toEqual(before);
    expect(await noteMediaFacts(db())).toEqual({ noted: 0 });
  });
});
