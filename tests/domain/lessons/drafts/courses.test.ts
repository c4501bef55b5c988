import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createCourse } from '../../../../src/domain/learning/create-course.ts';
import { courseLessons } from '../../../../src/domain/lessons/courses/course-lessons.ts';
import { orderLessons } from '../../../../src/domain/lessons/courses/order-lessons.ts';
import { shareLesson } from '../../../../src/domain/lessons/courses/share-lesson.ts';
import { unshareLesson } from '../../../../src/domain/lessons/courses/unshare-lesson.ts';
import { listDrafts } from '../../../../src/domain/lessons/drafts/list-drafts.ts';
import { newLesson } from '../../../../src/domain/lessons/drafts/new-lesson.ts';
import { fromMdx } from '../../../../src/domain/lessons/drafts/new-lesson-rules.ts';
import { publishDraft } from '../../../../src/domain/lessons/drafts/publish-draft.ts';
import { exportCourses } from '../../../../src/domain/lessons/export-courses.ts';
import { importCourses } from '../../../../src/domain/lessons/import-courses.ts';
import { readCourse } from '../../../../src/domain/lessons/read-course.ts';
import { PermissionDenied } from '../../../../src/domain/people/permissions.ts';
import { checkLesson } from '../../../../src/lesson-mdx/check-lesson.ts';
import { EN, METADATA, removeContent, smallContent, writeContent, ZH } from '../small-content.ts';
import { at, withDrafts } from './drafting.ts';

const WRITTEN = { metadata: METADATA.replace('cover: cover.svg\n', ''), zh: ZH, en: EN };
const COURSE = { base: 'mutouyingzi', titleZh: '接羔', titleEn: 'Lambing', summaryZh: '', summaryEn: '', classHours: 1.5 };

describe('new lessons and courses', () => {
  const { db, township, li, draftOf } = withDrafts();
  const idsOf = async (course: string) => (await courseLessons(db(), li(), course))?.lessons.map(({ id }) => id);
  const shownIn = async (course: string) => (await readCourse(db(), township().townshipId, course))?.lessons.map(({ id }) => id);
  const sourceOf = async (id: string) =>
    (await db().selectFrom('course').select('source').where('id', '=', id).executeTakeFirst())?.source ?? '';
  const fresh = (more: Partial<Parameters<typeof newLesson>[2]> = {}, by = li()) =>
    newLesson(db(), by, { course: 'sheep', from: { files: WRITTEN }, title: '', client: 'new', ...more }, at(0));

  it('a new lesson is a draft at the course’s end that no kiosk shows until it is published; its course file then names it', async () => {
    expect(await fresh()).toEqual({ ok: true, lesson: 'how-much-to-feed', revision: 1 });
    expect(await idsOf('sheep')).toEqual(['feed', 'water', 'how-much-to-feed']);
    expect(await shownIn('sheep')).toEqual(['feed', 'water']);
    expect((await draftOf('how-much-to-feed')).files).toEqual(WRITTEN);
    expect(await sourceOf('sheep')).not.toContain('how-much');
    expect(await publishDraft(db(), li(), { lesson: 'how-much-to-feed', revision: 1, note: '' }, at(1))).toEqual({ ok: true, version: 1 });
    expect(await shownIn('sheep')).toEqual(['feed', 'water', 'how-much-to-feed']);
    expect(parse(await sourceOf('sheep')).lessons).toEqual(['feed', 'water', 'how-much-to-feed']);
  });

  it('ids are free, also for two at once; a title without Latin letters has one too', async () => {
    const both = await Promise.all([fresh(), fresh({ course: 'sheep' })]);
    expect(both.map((outcome) => outcome.ok && outcome.lesson).sort()).toEqual(['how-much-to-feed', 'how-much-to-feed-2']);
    expect(await fresh({ from: { files: { ...WRITTEN, en: '# 喂羊' } } })).toMatchObject({ ok: true, lesson: 'lesson' });
    expect(await fresh({ title: '  Drop–Table; ‘x’ 9' })).toMatchObject({ ok: true, lesson: 'drop-table-x-9' });
  });

  it('a copy has the pictures, another title and question ids of its own, alike in both languages', async () => {
    const made = await fresh({ from: { copyOf: 'water' } });
    if (!made.ok) throw new Error(made.reason);
    const { files, media } = await draftOf(made.lesson);
    expect(media).toEqual((await draftOf('water')).media);
    expect(files.zh).toMatch(/^\uFEFF# 喂多少（副本）\r\n/);
    expect(files.en).toContain('# How much to feed (copy)\n');
    for (const text of [files.zh, files.en]) expect(text).toContain('id="q1-of-water"');
    expect(await publishDraft(db(), li(), { lesson: made.lesson, revision: 1, note: '' }, at(1))).toMatchObject({ ok: true });
    expect(await fresh({ from: { copyOf: 'nothing' } })).toEqual({ ok: false, reason: 'unknown-lesson' });
  });

  it('a dropped file is kept as it is in its own language', () => {
    expect(fromMdx(ZH)).toMatchObject({ zh: ZH, en: '', metadata: expect.stringContaining('- id: feed-enough') });
    expect(fromMdx(EN)).toMatchObject({ zh: '', en: EN });
    expect(parse(fromMdx('# x').metadata)).toMatchObject({ objectives: [] });
  });

  it.each(['practice-step-by-step', 'right-or-wrong', 'law-and-case', 'calculation'])(
    'the template %s lacks nothing but its writer’s words and its source',
    async (id) => {
      const file = (name: string) => readFile(`content/templates/${id}/${name}`, 'utf8');
      const check = await checkLesson({
        metadata: await file('lesson.yaml'),
        zh: await file('zh.mdx'),
        en: await file('en.mdx'),
        media: {},
      });
      const codes = check.ok ? [] : check.problems.map(({ code }) => code);
      expect(new Set(codes)).toEqual(new Set(['still-a-hint', 'lesson-without-source']));
      // Whoever follows the hints has as many to follow in either language.
      for (const language of ['zh.mdx', 'en.mdx'])
        expect(check.ok ? [] : check.problems.filter((problem) => problem.file === language)).toHaveLength((codes.length - 1) / 2);
    },
  );

  it('lessons are put in a new order, for kiosks and in the course file, whose other bytes stay', async () => {
    const before = await sourceOf('sheep');
    expect(await orderLessons(db(), li(), { course: 'sheep', lessons: ['water', 'feed'] })).toEqual({ ok: true });
    expect(await shownIn('sheep')).toEqual(['water', 'feed']);
    expect(parse(await sourceOf('sheep'))).toEqual({ ...parse(before), lessons: ['water', 'feed'] });
    expect(await sourceOf('sheep')).toContain('# 课程\n');
  });

  it('an order that leaves one out, names one twice or an unknown one changes nothing', async () => {
    for (const lessons of [['water'], ['water', 'water'], ['water', 'clip'], ['water', 'feed', 'clip']]) {
      expect(await orderLessons(db(), li(), { course: 'sheep', lessons })).toEqual({ ok: false, reason: 'course-changed-meanwhile' });
    }
    expect(await shownIn('sheep')).toEqual(['feed', 'water']);
    expect(await orderLessons(db(), li(), { course: 'none', lessons: [] })).toEqual({ ok: false, reason: 'no-such-course' });
  });

  it('a lesson is shared with another course and taken out again; it stays one lesson, and twice is refused', async () => {
    expect(await shareLesson(db(), li(), { course: 'sheep', lesson: 'clip' })).toEqual({ ok: true });
    expect(await shareLesson(db(), li(), { course: 'sheep', lesson: 'clip' })).toEqual({ ok: false, reason: 'already-in-course' });
    expect(await shownIn('sheep')).toEqual(['feed', 'water', 'clip']);
    expect(parse(await sourceOf('sheep')).lessons).toEqual(['feed', 'water', 'wool/clip']);
    expect(await unshareLesson(db(), li(), { course: 'sheep', lesson: 'feed' })).toEqual({ ok: false, reason: 'not-shared-here' });
    expect(await unshareLesson(db(), li(), { course: 'sheep', lesson: 'clip' })).toEqual({ ok: true });
    expect(await shownIn('sheep')).toEqual(['feed', 'water']);
    expect(await shareLesson(db(), li(), { course: 'sheep', lesson: 'nothing' })).toEqual({ ok: false, reason: 'unknown-lesson' });
  });

  it('a trainer cannot add to, order or share into another base’s course', async () => {
    await expect(fresh({ course: 'wool' })).rejects.toThrow(PermissionDenied);
    await expect(orderLessons(db(), li(), { course: 'wool', lessons: ['feed', 'clip'] })).rejects.toThrow(PermissionDenied);
    await expect(shareLesson(db(), li(), { course: 'wool', lesson: 'water' })).rejects.toThrow(PermissionDenied);
    await expect(createCourse(db(), li(), { ...COURSE, base: 'xinwopu', isRequired: false, groups: [] }, at(0))).rejects.toThrow(
      PermissionDenied,
    );
    expect((await courseLessons(db(), li(), 'wool'))?.mayOrder).toBe(false);
  });

  it('a course is made with whom it is required of, or not at all', async () => {
    const requirements = () => db().selectFrom('requirement').select(['course_id', 'base_id', 'since']).execute();
    expect(await createCourse(db(), li(), { ...COURSE, isRequired: true, groups: [] }, at(0))).toEqual({ ok: true, course: 'lambing' });
    expect(await requirements()).toEqual([{ course_id: 'lambing', base_id: 'mutouyingzi', since: '2026-03-01' }]);
    expect(await createCourse(db(), li(), { ...COURSE, isRequired: true, groups: ['none'] }, at(0))).toEqual({
      ok: false,
      reason: 'no-such-group',
    });
    expect(await createCourse(db(), li(), { ...COURSE, titleEn: ' ', isRequired: false, groups: [] }, at(0))).toMatchObject({
      reason: 'title-missing',
    });
    expect(await createCourse(db(), li(), { ...COURSE, classHours: 1.3, isRequired: false, groups: [] }, at(0))).toMatchObject({
      reason: 'class-hours-not-possible',
    });
    expect(await db().selectFrom('course').select('id').where('source', 'is', null).execute()).toEqual([{ id: 'lambing' }]);
  });

  it('what trainers put into a course is still there after a newer shipped course, a draft too', async () => {
    await fresh();
    await shareLesson(db(), li(), { course: 'sheep', lesson: 'clip' });
    const newer = await writeContent(
      smallContent({ 'courses/sheep/course.yaml': smallContent()['courses/sheep/course.yaml']?.replace('1.5', '2') ?? '' }),
    );
    expect(await importCourses(db(), township().system, newer, at(9))).toMatchObject({ ok: true });
    expect(await idsOf('sheep')).toEqual(['feed', 'water', 'how-much-to-feed', 'clip']);
    await removeContent(newer);
  });

  it('courses and lessons made here are written out and come in again at another township', async () => {
    await createCourse(db(), li(), { ...COURSE, isRequired: false, groups: [] }, at(0));
    await createCourse(db(), li(), { ...COURSE, titleEn: 'Empty', isRequired: false, groups: [] }, at(0));
    await fresh({ course: 'lambing' });
    await publishDraft(db(), li(), { lesson: 'how-much-to-feed', revision: 1, note: '' }, at(1));
    await shareLesson(db(), li(), { course: 'lambing', lesson: 'clip' });
    const out = await writeContent({ 'bases/x.txt': '' });
    expect(await exportCourses(db(), township().townshipId, out)).toContain('lambing/how-much-to-feed');
    expect(parse(await readFile(`${out}/courses/lambing/course.yaml`, 'utf8')).lessons).toEqual(['how-much-to-feed', 'wool/clip']);
    expect(await importCourses(db(), township().system, out, at(9))).toMatchObject({ ok: true });
    expect(await idsOf('lambing')).toEqual(['how-much-to-feed', 'clip']);
    await removeContent(out);
  });

  it('the list says in which state each lesson is', async () => {
    await fresh();
    const states = async () =>
      (await listDrafts(db(), li(), 'mutouyingzi')).map(({ lesson, publishedVersion, hasChanges, title }) => [
        lesson,
        publishedVersion,
        hasChanges,
        title.zh,
      ]);
    expect(await states()).toEqual([
      ['feed', 1, false, '喂多少'],
      ['water', 1, false, '喂多少'],
      ['how-much-to-feed', null, true, '喂多少'],
    ]);
    await expect(listDrafts(db(), li(), 'qingshan')).rejects.toThrow(PermissionDenied);
  });
});
