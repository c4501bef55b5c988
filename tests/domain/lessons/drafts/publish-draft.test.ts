import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { approveDraft } from '../../../../src/domain/lessons/drafts/approve-draft.ts';
import { askForReview } from '../../../../src/domain/lessons/drafts/ask-for-review.ts';
import { listReviews } from '../../../../src/domain/lessons/drafts/list-reviews.ts';
import { publishDraft } from '../../../../src/domain/lessons/drafts/publish-draft.ts';
import { readReview } from '../../../../src/domain/lessons/drafts/read-review.ts';
import { saveDraft } from '../../../../src/domain/lessons/drafts/save-draft.ts';
import { sendBackDraft } from '../../../../src/domain/lessons/drafts/send-back-draft.ts';
import { setReviewRule } from '../../../../src/domain/lessons/drafts/set-review-rule.ts';
import { unpublishLesson } from '../../../../src/domain/lessons/drafts/unpublish-lesson.ts';
import { lessonVersion } from '../../../../src/domain/lessons/lesson-version.ts';
import { publishLanguageFile } from '../../../../src/domain/lessons/publish-language-file.ts';
import { publishLessonFolder } from '../../../../src/domain/lessons/publish-lesson-folder.ts';
import { publishedLesson } from '../../../../src/domain/lessons/published-lesson.ts';
import { PermissionDenied } from '../../../../src/domain/people/permissions.ts';
import { uploaded, ZH } from '../small-content.ts';
import { addTrainer, at, withDrafts } from './drafting.ts';

const better = (more: string) => ZH.replace('再算料', `再配料${more}`);
const BETTER = better('');

describe('publishing a draft', () => {
  const { db, township, li, ma, draftOf, save } = withDrafts();
  const publish = (revision: number, more: { by?: ReturnType<typeof li>; over?: number; lesson?: string } = {}, now = at(10)) =>
    publishDraft(db(), more.by ?? li(), { lesson: more.lesson ?? 'water', revision, note: '', over: more.over }, now);
  const ask = (revision: number, by = li(), id = randomUUID()) =>
    askForReview(db(), by, { lesson: 'water', revision, note: '请看看' }, id, at(5));
  const shown = async () => (await publishedLesson(db(), township().townshipId, 'water'))?.version ?? null;

  it('a trainer publishes what was saved, byte for byte', async () => {
    await save(`${BETTER}\r\n`);
    expect(await publish(1)).toEqual({ ok: true, version: 2 });
    expect((await lessonVersion(db(), township().townshipId, 'water', 2))?.sources.zh).toBe(`${BETTER}\r\n`);
    expect(await draftOf('water')).toMatchObject({ revision: 1, revisionVersion: 2, publishedVersion: 2 });
  });

  it('a draft with problems is refused with their list, and kiosks show what they showed', async () => {
    await save(`${BETTER}\n<Tip>没写完`);
    const refused = await publish(1);
    expect(refused).toMatchObject({ ok: false, reason: 'lesson-has-problems', problems: [{ file: 'zh.mdx' }] });
    expect(await shown()).toBe(1);
  });

  it('files that were tried and left out of the text stay with the draft, not with the version kiosks fetch', async () => {
    const { files, media } = await draftOf('water');
    const [digest = ''] = Object.values((await draftOf('feed')).media);
    const tried = { ...media, 'used.svg': digest, 'tried.svg': digest };
    const drawn = (source: string, alt: string) => `${source.trimEnd()}\n\n## ${alt}\n\n<Figure src="used.svg" alt="${alt}" />\n`;
    const both = { ...files, zh: drawn(files.zh, '羊'), en: drawn(files.en, 'sheep') };
    const input = { lesson: 'water', revision: 0, client: 'a', files: both, media: tried };
    expect(await saveDraft(db(), li(), input, at(1))).toMatchObject({ ok: true, problems: [] });
    expect(await publish(1)).toEqual({ ok: true, version: 2 });
    expect((await lessonVersion(db(), township().townshipId, 'water', 2))?.checked.media).toEqual({ ...media, 'used.svg': digest });
    expect((await draftOf('water')).media).toEqual(tried);
  });

  it('another revision than the trainer has before them is not published, and the same text not twice', async () => {
    await save(BETTER, { revision: 0 });
    await save(better('完。'), { by: ma() }, at(1));
    expect(await publish(1)).toEqual({ ok: false, reason: 'draft-changed-meanwhile' });
    expect(await publish(2)).toMatchObject({ ok: true });
    expect(await publish(2)).toEqual({ ok: false, reason: 'nothing-changed' });
  });

  it('a version that somebody published after the text was begun is not overrun unseen', async () => {
    await save(BETTER);
    const file = { lessonId: 'water', language: 'zh' as const, source: new TextEncoder().encode(better('甲')), note: '' };
    await publishLanguageFile(db(), ma(), file, at(2));
    expect(await publish(1)).toEqual({ ok: false, reason: 'published-meanwhile', version: 2 });
    expect(await publish(1, { over: 2 })).toEqual({ ok: true, version: 3 });
  });

  it('a draft nobody touched since it was published follows what is published after it', async () => {
    await save(BETTER);
    await publish(1);
    const file = { lessonId: 'water', language: 'zh' as const, source: new TextEncoder().encode(better('甲')), note: '' };
    await publishLanguageFile(db(), ma(), file, at(11));
    expect((await draftOf('water')).files.zh).toBe(better('甲'));
    expect(await save(better('甲乙'), {}, at(12))).toMatchObject({ ok: true });
    expect(await publish((await draftOf('water')).revision)).toMatchObject({ ok: true, version: 4 });
  });

  it('a lesson is taken off the kiosks and shown again; once is enough', async () => {
    expect(await unpublishLesson(db(), li(), { lesson: 'water', note: '要改' }, at(0))).toEqual({ ok: true });
    expect(await shown()).toBeNull();
    expect(await unpublishLesson(db(), li(), { lesson: 'water', note: '' }, at(1))).toEqual({ ok: false, reason: 'not-published' });
    expect(await publish(0)).toEqual({ ok: true, version: 1 });
    expect(await shown()).toBe(1);
  });

  it('a trainer cannot publish or take off another base’s lesson', async () => {
    await expect(publish(0, { lesson: 'clip' })).rejects.toThrow(PermissionDenied);
    await expect(unpublishLesson(db(), li(), { lesson: 'clip', note: '' }, at(0))).rejects.toThrow(PermissionDenied);
  });

  describe('where a base has its drafts read first', () => {
    const require = () => setReviewRule(db(), township().administrator, { base: 'mutouyingzi', isNeeded: true }, at(0));
    const asked = async (revision: number, by = li()) => {
      const outcome = await ask(revision, by);
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome.review;
    };

    it('another trainer of the base approves, and then it is published', async () => {
      await require();
      await save(BETTER);
      expect(await publish(1)).toEqual({ ok: false, reason: 'review-needed' });
      const review = await asked(1);
      expect(await publish(1)).toEqual({ ok: false, reason: 'review-needed' });
      expect(await listReviews(db(), ma())).toMatchObject([
        { review, lesson: 'water', title: { zh: '喂多少' }, askedBy: '李老师', isOwn: false },
      ]);
      expect(await approveDraft(db(), ma(), { review }, at(6))).toEqual({ ok: true, lesson: 'water', revision: 1 });
      expect(await publish(1)).toEqual({ ok: true, version: 2 });
    });

    it('its author cannot approve it, nor who asked for them; the database refuses it too', async () => {
      await require();
      await save(BETTER);
      const review = await asked(1);
      expect(await listReviews(db(), li())).toMatchObject([{ isOwn: true }]);
      expect(await approveDraft(db(), li(), { review }, at(6))).toEqual({ ok: false, reason: 'own-draft' });
      expect(await sendBackDraft(db(), li(), { review, reason: '不行' }, at(6))).toEqual({ ok: false, reason: 'own-draft' });
      const own = { decision: 'approved', decided_by: li().accountId, decided_at: at(6) } as const;
      await expect(db().updateTable('draft_review').set(own).where('id', '=', review).execute()).rejects.toThrow(/check constraint/);
      await save(better('马加的。'), { by: ma() }, at(7));
      const byMa = await asked(2, li());
      expect(await approveDraft(db(), ma(), { review: byMa }, at(8))).toEqual({ ok: false, reason: 'own-draft' });
      expect(await publish(2)).toEqual({ ok: false, reason: 'review-needed' });
    });

    it('a trainer of another base, and a review that never was, decide nothing', async () => {
      await save(BETTER);
      const review = await asked(1);
      const stranger = await addTrainer(db(), township(), 'sun', '孙老师', 'qingshan');
      await expect(approveDraft(db(), stranger, { review }, at(6))).rejects.toThrow(PermissionDenied);
      expect(await listReviews(db(), stranger)).toEqual([]);
      await expect(readReview(db(), stranger, 'water')).rejects.toThrow(PermissionDenied);
      expect(await approveDraft(db(), ma(), { review: randomUUID() }, at(6))).toEqual({ ok: false, reason: 'no-such-review' });
      expect(await approveDraft(db(), ma(), { review: 'none' }, at(6))).toEqual({ ok: false, reason: 'no-such-review' });
    });

    it('sent back with a reason, mended, asked again: each is decided once', async () => {
      await require();
      await save(BETTER);
      const answer = () => readReview(db(), li(), 'water');
      expect(await answer()).toBeNull();
      const first = await asked(1);
      expect(await answer()).toEqual({ state: 'asked', by: null, reason: '', isOlder: false });
      expect(await sendBackDraft(db(), ma(), { review: first, reason: '  ' }, at(6))).toEqual({ ok: false, reason: 'why-missing' });
      expect(await sendBackDraft(db(), ma(), { review: first, reason: '第二步太长' }, at(6))).toMatchObject({ ok: true });
      expect(await approveDraft(db(), ma(), { review: first }, at(7))).toEqual({ ok: false, reason: 'already-decided' });
      await save(better('短了。'), {}, at(8));
      expect(await answer()).toEqual({ state: 'sent-back', by: '马老师', reason: '第二步太长', isOlder: true });
      expect(await publish(2)).toEqual({ ok: false, reason: 'review-needed' });
      await approveDraft(db(), ma(), { review: await asked(2) }, at(9));
      expect(await answer()).toMatchObject({ state: 'approved', isOlder: false });
      expect(await publish(2)).toMatchObject({ ok: true });
      // What is published waits for nobody.
      expect(await answer()).toBeNull();
    });

    it('a text changed after it was approved is read again', async () => {
      await require();
      await save(BETTER);
      await approveDraft(db(), ma(), { review: await asked(1) }, at(2));
      await save(better('又一句。'), {}, at(3));
      expect(await publish(2)).toEqual({ ok: false, reason: 'review-needed' });
    });

    it('asking twice is one question; a text with problems, an old one or one without a change is not asked about', async () => {
      await save(BETTER);
      const review = await asked(1);
      expect(await ask(1)).toEqual({ ok: true, review });
      expect(await ask(7)).toEqual({ ok: false, reason: 'draft-changed-meanwhile' });
      await save('坏了', {}, at(20));
      expect(await ask(2)).toMatchObject({ ok: false, reason: 'lesson-has-problems' });
      expect(await askForReview(db(), li(), { lesson: 'feed', revision: 0, note: '' }, randomUUID(), at(0))).toMatchObject({
        reason: 'nothing-changed',
      });
    });

    it('a file or folder sent in does not pass by the review', async () => {
      await require();
      const file = { lessonId: 'water', language: 'zh' as const, source: new TextEncoder().encode(BETTER), note: '' };
      expect(await publishLanguageFile(db(), li(), file, at(1))).toEqual({ ok: false, reason: 'review-needed' });
      const folder = { courseId: 'sheep', lessonId: 'water', files: uploaded({ 'zh.mdx': BETTER }), note: '' };
      expect(await publishLessonFolder(db(), li(), folder, at(1))).toEqual({ ok: false, reason: 'review-needed' });
    });

    it('who writes lessons does not set the rule', async () => {
      await expect(setReviewRule(db(), li(), { base: 'mutouyingzi', isNeeded: true }, at(0))).rejects.toThrow(PermissionDenied);
      expect(await setReviewRule(db(), township().administrator, { base: 'none', isNeeded: true }, at(0))).toEqual({
        ok: false,
        reason: 'no-such-base',
      });
    });
  });
});
