import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { importCourses } from '../../../src/domain/lessons/import-courses.ts';
import { lessonHistory } from '../../../src/domain/lessons/lesson-history.ts';
import { lessonVersion } from '../../../src/domain/lessons/lesson-version.ts';
import { publishLanguageFile } from '../../../src/domain/lessons/publish-language-file.ts';
import { publishLessonFolder } from '../../../src/domain/lessons/publish-lesson-folder.ts';
import { publishedLesson } from '../../../src/domain/lessons/published-lesson.ts';
import { readCourse } from '../../../src/domain/lessons/read-course.ts';
import { takeBackVersion } from '../../../src/domain/lessons/take-back-version.ts';
import { PermissionDenied } from '../../../src/domain/people/permissions.ts';
import { withDatabase } from '../../support/database.ts';
import { type SeededTownship, seedTownship } from '../../support/seed.ts';
import { EN, removeContent, smallContent, uploaded, writeContent, ZH } from './small-content.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const LATER = new Date('2026-03-02T02:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NEW_ZH = ZH.replace('再算料', '再配料');
const NEW_EN = EN.replace('work it out', 'mix the feed');

describe('publishing lessons', () => {
  const db = withDatabase();
  let township: SeededTownship;
  let content = '';
  beforeEach(async () => {
    township = await seedTownship(db());
    content = await writeContent(smallContent());
    await importCourses(db(), township.system, content, NOW);
  });
  afterEach(() => removeContent(content));

  const uploadZh = (lessonId: string, source: Uint8Array) =>
    publishLanguageFile(db(), township.trainer, { lessonId, language: 'zh', source, note: '改了一句' }, LATER);
  const uploadFolder = (courseId: string, lessonId: string, files = uploaded({ 'zh.mdx': NEW_ZH })) =>
    publishLessonFolder(db(), township.trainer, { courseId, lessonId, files, note: '' }, LATER);

  it('a trainer can publish a lesson of their own base', async () => {
    expect(await uploadZh('water', bytes(NEW_ZH))).toEqual({ ok: true, version: 2 });
    expect(await uploadFolder('sheep', 'water', uploaded({ 'en.mdx': NEW_EN }))).toEqual({ ok: true, version: 3 });
  });

  it("a trainer cannot publish or take back another base's lesson", async () => {
    await expect(uploadZh('clip', bytes(NEW_ZH))).rejects.toThrow(PermissionDenied);
    await expect(uploadFolder('wool', 'clip')).rejects.toThrow(PermissionDenied);
    await expect(takeBackVersion(db(), township.trainer, { lessonId: 'clip', note: '' }, LATER)).rejects.toThrow(PermissionDenied);
    expect((await publishedLesson(db(), township.townshipId, 'clip'))?.version).toBe(1);
  });

  it('a shared lesson may be published by a trainer of either base, and changes in both courses', async () => {
    const ofWool = { ...township.trainer, trainerOf: ['xinwopu'] };
    expect(
      await publishLanguageFile(db(), ofWool, { lessonId: 'feed', language: 'en', source: bytes(NEW_EN), note: '' }, LATER),
    ).toMatchObject({ ok: true });
    expect(await uploadZh('feed', bytes(NEW_ZH))).toEqual({ ok: true, version: 3 });
    for (const course of ['sheep', 'wool']) {
      const lessons = (await readCourse(db(), township.townshipId, course))?.lessons;
      expect(lessons?.find((lesson) => lesson.id === 'feed')?.version).toBe(3);
    }
  });

  it("an uploaded language pairs with the other's latest text", async () => {
    await publishLanguageFile(db(), township.trainer, { lessonId: 'feed', language: 'en', source: bytes(NEW_EN), note: '' }, LATER);
    await uploadZh('feed', bytes(NEW_ZH));
    const version = await lessonVersion(db(), township.townshipId, 'feed', 3);
    expect(version?.sources).toMatchObject({ zh: NEW_ZH, en: NEW_EN });
  });

  it('after a take-back it pairs with the text kiosks show, not with the one taken back', async () => {
    await publishLanguageFile(db(), township.trainer, { lessonId: 'feed', language: 'en', source: bytes(NEW_EN), note: '' }, LATER);
    await takeBackVersion(db(), township.trainer, { lessonId: 'feed', note: '' }, LATER);
    await uploadZh('feed', bytes(NEW_ZH));
    expect((await lessonVersion(db(), township.townshipId, 'feed', 3))?.sources.en).toBe(EN);
  });

  it.each([
    ['question ids that differ from the other language', bytes(ZH.replace('id="q1"', 'id="q2"')), undefined],
    [
      'another right answer than the other language',
      bytes(ZH.replace('id="a" right', 'id="a"').replace('id="b"', 'id="b" right')),
      undefined,
    ],
    ['a file that is not MDX', bytes('# 喂多少\n\n简介\n\n## 一\n\n<Steps><Step'), undefined],
    ['a file in GB18030', new Uint8Array([0x23, 0x20, 0xce, 0xb9, 0xd1, 0xf2]), 'not-utf-8'],
    ['a file in UTF-16', new Uint8Array(Buffer.from(ZH, 'utf16le')), 'not-utf-8'],
    ['a picture sent as text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'not-utf-8'],
  ])('refuses %s and writes nothing', async (_, source, code) => {
    const before = await everyVersion(db());
    const outcome = await uploadZh('feed', source);
    expect(outcome).toMatchObject({ ok: false, reason: 'lesson-has-problems' });
    const problems = outcome.ok === false && outcome.reason === 'lesson-has-problems' ? outcome.problems : [];
    expect(problems.length).toBeGreaterThan(0);
    if (code) expect(problems[0]).toMatchObject({ code, file: 'zh.mdx' });
    expect(await everyVersion(db())).toEqual(before);
  });

  it('says what is wrong with a folder and writes nothing', async () => {
    const before = await everyVersion(db());
    const { 'en.mdx': _, ...withoutEnglish } = uploaded();
    const files = {
      ...withoutEnglish,
      'notes.txt': bytes('x'),
      'fake.png': bytes('<html>'),
      'huge.svg': new Uint8Array(2 * 1024 * 1024 + 1),
    };
    const outcome = await uploadFolder('sheep', 'another', files);
    const problems = outcome.ok === false && outcome.reason === 'lesson-has-problems' ? outcome.problems : [];
    expect(problems.map((problem) => [problem.file, problem.code])).toEqual([
      ['notes.txt', 'unexpected-file'],
      ['fake.png', 'picture-of-another-type'],
      ['huge.svg', 'picture-too-large'],
      ['en.mdx', 'missing-file'],
    ]);
    expect(await everyVersion(db())).toEqual(before);
  });

  it('adds a new lesson at the end of the course', async () => {
    expect(await uploadFolder('sheep', 'shelter')).toEqual({ ok: true, version: 1 });
    expect((await readCourse(db(), township.townshipId, 'sheep'))?.lessons.map((lesson) => lesson.id)).toEqual([
      'feed',
      'water',
      'shelter',
    ]);
  });

  it('refuses names that are unknown, not a name, or of another course', async () => {
    expect(await uploadZh('no-such-lesson', bytes(ZH))).toEqual({ ok: false, reason: 'unknown-lesson' });
    expect(await uploadFolder('no-such-course', 'feed')).toEqual({ ok: false, reason: 'unknown-course' });
    expect(await uploadFolder('sheep', '../feed')).toEqual({ ok: false, reason: 'not-a-lesson-id' });
    expect(await uploadFolder('sheep', 'clip')).toEqual({ ok: false, reason: 'lesson-of-another-course' });
  });

  it('the same file twice is one version', async () => {
    expect(await uploadZh('feed', bytes(NEW_ZH))).toEqual({ ok: true, version: 2 });
    expect(await uploadZh('feed', bytes(NEW_ZH))).toEqual({ ok: false, reason: 'nothing-changed' });
  });

  it('two uploads at the same moment do not mix: one is published, the other is told', async () => {
    const outcomes = await Promise.all([uploadZh('feed', bytes(NEW_ZH)), uploadZh('feed', bytes(ZH.replace('再算料', '再喂料')))]);
    const reasons = outcomes.map((outcome) => (outcome.ok ? 'published' : outcome.reason));
    expect(reasons.sort()).toEqual(['lesson-changed-meanwhile', 'published']);
  });

  it('take back publishes the previous version, and says when there is none', async () => {
    await uploadZh('feed', bytes(NEW_ZH));
    expect(await takeBackVersion(db(), township.trainer, { lessonId: 'feed', note: '写错了' }, LATER)).toEqual({ ok: true, version: 1 });
    expect((await publishedLesson(db(), township.townshipId, 'feed'))?.version).toBe(1);
    expect(await takeBackVersion(db(), township.trainer, { lessonId: 'feed', note: '' }, LATER)).toEqual({
      ok: false,
      reason: 'no-previous-version',
    });
  });

  it('the history says who published what and why', async () => {
    await uploadZh('feed', bytes(NEW_ZH));
    await takeBackVersion(db(), township.trainer, { lessonId: 'feed', note: '写错了' }, LATER);
    const history = await lessonHistory(db(), township.trainer, 'feed');
    expect(history?.versions.map(({ version, by }) => [version, by])).toEqual([
      [2, '李老师'],
      [1, null],
    ]);
    expect(history?.publications.map(({ version, note }) => [version, note])).toEqual([
      [1, '写错了'],
      [2, '改了一句'],
      [1, ''],
    ]);
  });

  it('a frozen version cannot be updated', async () => {
    await expect(db().updateTable('lesson_version').set({ zh_source: 'other' }).execute()).rejects.toThrow('frozen');
  });

  it('a version is frozen with its pictures: another picture is another version', async () => {
    const cover = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle r="2"/></svg>';
    expect(await uploadFolder('sheep', 'feed', uploaded({ 'cover.svg': cover }))).toEqual({ ok: true, version: 2 });
    const [one, two] = await Promise.all([1, 2].map((version) => lessonVersion(db(), township.townshipId, 'feed', version)));
    expect(one?.checked.media['cover.svg']).not.toBe(two?.checked.media['cover.svg']);
  });
});

async function everyVersion(db: Database) {
  const tables = ['course', 'course_lesson', 'lesson', 'lesson_version', 'media', 'lesson_publication'] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}
