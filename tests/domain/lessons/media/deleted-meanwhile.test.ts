import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newLesson } from '../../../../src/domain/lessons/drafts/new-lesson.ts';
import { publishDraft } from '../../../../src/domain/lessons/drafts/publish-draft.ts';
import { addMedium } from '../../../../src/domain/lessons/media/add-medium.ts';
import { deleteMedium } from '../../../../src/domain/lessons/media/delete-medium.ts';
import { publishLessonFolder } from '../../../../src/domain/lessons/publish-lesson-folder.ts';
import { at, withDrafts } from '../drafts/drafting.ts';
import { uploaded } from '../small-content.ts';

const BASE = 'mutouyingzi';

describe('a file deleted from the base while another trainer saves a lesson with it', () => {
  const { db, li, ma, save, draftOf } = withDrafts();
  const add = async () => {
    const bytes = new TextEncoder().encode(`OggS ${randomUUID()}`);
    const outcome = await addMedium(db(), li(), { base: BASE, name: 'cough.ogg', bytes }, at(0));
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.medium.digest;
  };
  const remove = (digest: string) => deleteMedium(db(), ma(), { base: BASE, digest }, at(2));
  const saveWith = async (zh: string, digest: string) => {
    const { media, revision } = await draftOf('water');
    return save(zh, { revision, media: { ...media, 'cough.ogg': digest } }, at(1));
  };
  const isStored = async (digest: string) =>
    (await db().selectFrom('media').select('digest').where('digest', '=', digest).execute()).length;

  it('is gone before the save is written: the save waits for that, and names the file', async () => {
    const digest = await add();
    let saving: ReturnType<typeof saveWith> | null = null;
    await db()
      .transaction()
      .execute(async (trx) => {
        // As deleteMedium does it, with the end of the transaction in the test's hands.
        await trx.selectFrom('media').select('digest').where('digest', '=', digest).forUpdate().execute();
        saving = saveWith('一', digest);
        await new Promise((done) => setTimeout(done, 300));
        await trx.deleteFrom('base_medium').where('digest', '=', digest).execute();
        await trx.deleteFrom('media').where('digest', '=', digest).execute();
      });
    expect(await saving).toEqual({ ok: false, reason: 'media-unknown', path: 'cough.ogg' });
    expect((await draftOf('water')).revision).toBe(0);
  });

  it('is asked for in the middle of the save: the deletion waits, and then is refused', async () => {
    const digest = await add();
    await save('一', { revision: 0 });
    let deeds: Promise<unknown>[] = [];
    await db()
      .transaction()
      .execute(async (trx) => {
        // The save has seen the file and stops here, before it is written.
        await trx.selectFrom('lesson_draft').select('revision').where('lesson_id', '=', 'water').forUpdate().execute();
        const saving = saveWith('一二', digest);
        await new Promise((done) => setTimeout(done, 300));
        deeds = [saving, remove(digest)];
        await new Promise((done) => setTimeout(done, 300));
      });
    const [saved, deleted] = await Promise.all(deeds);
    expect(saved).toMatchObject({ ok: true });
    expect(deleted).toEqual({ ok: false, reason: 'medium-in-use' });
    expect((await draftOf('water')).media).toHaveProperty(['cough.ogg'], digest);
  });

  it('at the same moment, again and again: one of the two is told, and nothing dangles', async () => {
    for (let round = 0; round < 8; round += 1) {
      const digest = await add();
      const [saved, deleted] = await Promise.all([saveWith(`第 ${round} 次`, digest), remove(digest)]);
      const held = (await draftOf('water')).media['cough.ogg'] === digest;
      expect([saved.ok, deleted.ok]).toEqual(held ? [true, false] : [false, true]);
      expect(await isStored(digest)).toBe(held ? 1 : 0);
      if (!saved.ok) expect(saved).toEqual({ ok: false, reason: 'media-unknown', path: 'cough.ogg' });
      if (!deleted.ok) expect(deleted.reason).toBe('medium-in-use');
    }
  });

  it('comes again with a folder or an upload at the same moment: whoever was first, what is shown has its files', async () => {
    const drawing = (round: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="${round + 1}" height="4"/></svg>`;
    for (let round = 0; round < 6; round += 1) {
      const bytes = new TextEncoder().encode(drawing(round));
      const adding = () => addMedium(db(), li(), { base: BASE, name: 'pen.svg', bytes }, at(0));
      const added = await adding();
      if (!added.ok) throw new Error(added.reason);
      const files = uploaded({ 'cover.svg': drawing(round) });
      const publishing = () => publishLessonFolder(db(), li(), { courseId: 'sheep', lessonId: 'water', files, note: '' }, at(1));
      const { digest } = added.medium;
      const [published, again] = await Promise.all([publishing(), adding(), remove(digest)]);
      expect([published, again]).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await isStored(digest)).toBe(1);
    }
  });

  it('is not deleted while a lesson with it is copied or published', async () => {
    const digest = await add();
    const { files } = await draftOf('water');
    const saved = await saveWith(`${files.zh}\n\n<Audio src="cough.ogg" title="咳" />\n`, digest);
    if (!saved.ok) throw new Error(saved.reason);
    const copying = newLesson(db(), li(), { course: 'sheep', from: { copyOf: 'water' }, title: 'Copy', client: 'a' }, at(3));
    const publishing = publishDraft(db(), li(), { lesson: 'water', revision: saved.revision, note: '' }, at(3));
    const outcomes = await Promise.all([remove(digest), copying, publishing, remove(digest)]);
    expect(outcomes[0]).toEqual({ ok: false, reason: 'medium-in-use' });
    expect(outcomes[3]).toEqual({ ok: false, reason: 'medium-in-use' });
    expect(outcomes[1]).toMatchObject({ ok: true });
    expect(await isStored(digest)).toBe(1);
  });
});
