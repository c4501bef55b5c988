import { describe, expect, it } from 'vitest';
import { LARGEST_DRAFT_TEXT } from '../../../../src/domain/lessons/drafts/draft-rules.ts';
import { notePresence } from '../../../../src/domain/lessons/drafts/note-presence.ts';
import { openDraft } from '../../../../src/domain/lessons/drafts/open-draft.ts';
import { saveDraft } from '../../../../src/domain/lessons/drafts/save-draft.ts';
import { lessonVersion } from '../../../../src/domain/lessons/lesson-version.ts';
import { PermissionDenied } from '../../../../src/domain/people/permissions.ts';
import { ZH } from '../small-content.ts';
import { at, withDrafts } from './drafting.ts';

const UNFINISHED = `${ZH}\n<Tip>没写完`;

describe('saving a draft', () => {
  const { db, township, li, ma, draftOf, save } = withDrafts();
  const revisions = () => db().selectFrom('draft_revision').select(['revision', 'kind', 'zh_source']).orderBy('revision').execute();

  it('a draft of a lesson starts from its frozen text byte for byte, marks and line ends too, and writes nothing', async () => {
    const { files, media, revision, baseVersion } = await draftOf('water');
    const frozen = await lessonVersion(db(), township().townshipId, 'water', 1);
    expect({ ...files }).toEqual(frozen?.sources);
    expect(files.zh).toContain('\r\n');
    expect(media).toEqual(frozen?.checked.media);
    expect({ revision, baseVersion }).toEqual({ revision: 0, baseVersion: 1 });
    expect(await revisions()).toEqual([]);
  });

  it('what was saved is what comes back, unfinished as it is, with its problem named in the place', async () => {
    const text = `\uFEFF${UNFINISHED} \t\r\n\u2028😀<script>{x}`;
    const saved = await save(text);
    expect(saved).toMatchObject({ ok: true, revision: 1, problems: [{ file: 'zh.mdx', line: expect.any(Number), code: 'not-mdx' }] });
    expect((await draftOf('water')).files.zh).toBe(text);
  });

  it('a text of 5 MB, a NUL and half a character are refused with the file named, and nothing is written', async () => {
    const huge = await save('长'.repeat(1_700_000));
    expect(huge).toEqual({ ok: false, reason: 'too-large', file: 'zh.mdx', bytes: 5_100_000, limit: LARGEST_DRAFT_TEXT });
    expect(await save('一\n二\0')).toEqual({ ok: false, reason: 'broken-character', file: 'zh.mdx', line: 2, column: 2 });
    expect(await save('\uD83D')).toMatchObject({ ok: false, reason: 'broken-character', line: 1, column: 1 });
    expect(await revisions()).toEqual([]);
  });

  it('a text larger than a kiosk takes is kept, and the problem says so', async () => {
    const long = `${ZH}\n${'羊'.repeat(100_000)}`;
    expect(await save(long)).toMatchObject({ ok: true, problems: [{ code: 'file-too-large' }] });
    expect((await draftOf('water')).files.zh).toBe(long);
  });

  it('the same save sent again, its answer lost, gives the same answer and keeps one revision', async () => {
    const from = { revision: 0 };
    const first = await save(UNFINISHED, from);
    expect(await save(UNFINISHED, from, at(1))).toEqual(first);
    expect(await revisions()).toHaveLength(1);
  });

  it('the same save sent again after somebody went on from it gives the same answer, and theirs stands', async () => {
    const first = await save('一', { revision: 0 });
    await save('一二', { by: ma() }, at(1));
    expect(await save('一', { revision: 0 }, at(2))).toEqual(first);
    expect((await draftOf('water')).files.zh).toBe('一二');
  });

  it('a later text of the same window whose last answer was lost is told that the other text is its own', async () => {
    await save('一', { revision: 0 });
    const second = await save('一二', { revision: 0 }, at(1));
    expect(second).toMatchObject({ ok: false, reason: 'conflict', keptAs: null, theirs: { revision: 1, isYours: true } });
    expect(await save('一二', { revision: 1 }, at(1))).toMatchObject({ ok: true, revision: 2 });
  });

  it('two trainers from one revision: the second is given both texts, and the text that lost is kept', async () => {
    await save('李写的', { revision: 0 });
    const lost = await save('马写的', { revision: 0, by: ma() }, at(1));
    expect(lost).toMatchObject({ ok: false, reason: 'conflict', keptAs: 2, theirs: { revision: 1, by: '李老师', isYours: false } });
    if (!lost.ok && lost.reason === 'conflict') expect(lost.theirs.files.zh).toBe('李写的');
    expect((await draftOf('water')).files.zh).toBe('李写的');
    expect(await revisions()).toMatchObject([
      { kind: 'saved', zh_source: '李写的' },
      { kind: 'lost', zh_source: '马写的' },
    ]);
    // Ma reads both and saves on top of Li's.
    expect(await save('两人写的', { revision: 1, by: ma() }, at(2))).toMatchObject({ ok: true, revision: 3 });
  });

  it('two saves at the same moment: one stands, one is a conflict, never both', async () => {
    const outcomes = await Promise.all([save('甲', { revision: 0 }), save('乙', { revision: 0, by: ma() })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'conflict')).toHaveLength(1);
  });

  it('both writing the same text is no conflict', async () => {
    await save('一样', { revision: 0 });
    expect(await save('一样', { revision: 0, by: ma() }, at(1))).toMatchObject({ ok: true, revision: 1 });
  });

  it('saves of one window within five minutes are one entry; a later one and another trainer’s are new ones', async () => {
    await save('一', {}, at(0));
    await save('一二', {}, at(2));
    await save('一二三', {}, at(4));
    expect((await revisions()).map((row) => row.zh_source)).toEqual(['一二三']);
    await save('一二三四', {}, at(6));
    await save('一二三四五', { by: ma() }, at(7));
    expect((await revisions()).map((row) => row.zh_source)).toEqual(['一二三', '一二三四', '一二三四五']);
  });

  it('media the township has are kept with the draft and cannot be deleted; unknown ones are refused', async () => {
    const { media } = await draftOf('feed');
    const [[path = '', digest = ''] = []] = Object.entries(media);
    expect(await save('有图', { media: { 'other.svg': digest } })).toMatchObject({ ok: true });
    expect((await draftOf('water')).media).toEqual({ 'other.svg': digest });
    await expect(db().deleteFrom('media').where('digest', '=', digest).execute()).rejects.toThrow(/foreign key/);
    const refused = await save('没图', { media: { [path]: 'f'.repeat(64) } }, at(1));
    expect(refused).toEqual({ ok: false, reason: 'media-unknown', path });
  });

  it('a trainer cannot open, save or watch another base’s lesson; an administrator can', async () => {
    const input = { ...(await draftOf('water')), lesson: 'clip', client: 'a' };
    await expect(saveDraft(db(), li(), input, at(0))).rejects.toThrow(PermissionDenied);
    await expect(openDraft(db(), li(), 'clip')).rejects.toThrow(PermissionDenied);
    await expect(notePresence(db(), li(), { lesson: 'clip', client: 'a', language: 'zh' }, at(0))).rejects.toThrow(PermissionDenied);
    expect(await saveDraft(db(), township().administrator, input, at(0))).toMatchObject({ ok: true });
    expect(await saveDraft(db(), li(), { ...input, lesson: 'nothing' }, at(0))).toEqual({ ok: false, reason: 'unknown-lesson' });
  });

  it('trainers see who else has the lesson open; who has gone is not shown', async () => {
    const here = (by = li(), minutes = 0, more = {}) =>
      notePresence(db(), by, { lesson: 'water', client: by.username, language: 'zh', ...more }, at(minutes));
    await here();
    expect(await here(ma(), 0.5, { language: 'en' })).toMatchObject({
      present: [
        { name: '李老师', isYou: false, language: 'zh', since: at(0) },
        { name: '马老师', isYou: true, language: 'en' },
      ],
    });
    expect(await here(ma(), 1, { client: 'another window' })).toMatchObject({
      present: [{ isYou: false }, { isYou: true, isThisWindow: false }, { isYou: true, isThisWindow: true }],
    });
    await here(ma(), 1.1, { client: 'another window', isLeaving: true });
    expect(await here(ma(), 1.4)).toMatchObject({ present: [{ name: '马老师' }] });
    expect(await here(ma(), 1.5, { isLeaving: true })).toMatchObject({ present: [] });
  });
});
