import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/connect.ts';
import { baseCourses } from '../../../src/domain/lessons/base-courses.ts';
import { exportCourses } from '../../../src/domain/lessons/export-courses.ts';
import { importCourses } from '../../../src/domain/lessons/import-courses.ts';
import { listBases } from '../../../src/domain/lessons/list-bases.ts';
import { publishLessonFolder } from '../../../src/domain/lessons/publish-lesson-folder.ts';
import { publishedLesson } from '../../../src/domain/lessons/published-lesson.ts';
import { readCourse } from '../../../src/domain/lessons/read-course.ts';
import { readMedia } from '../../../src/domain/lessons/read-media.ts';
import { takeBackVersion } from '../../../src/domain/lessons/take-back-version.ts';
import { withDatabase } from '../../support/database.ts';
import { seedTownship } from '../../support/seed.ts';
import { coursesOnDisk, removeContent, smallContent, uploaded, writeContent, ZH } from './small-content.ts';

const NOW = new Date('2026-03-01T02:00:00Z');
const LATER = new Date('2026-03-02T02:00:00Z');

describe('importing and exporting courses', () => {
  const db = withDatabase();
  const folders: string[] = [];
  const write = async (files: Record<string, string | Uint8Array>): Promise<string> => {
    const folder = await writeContent(files);
    folders.push(folder);
    return folder;
  };
  afterEach(async () => {
    for (const folder of folders.splice(0)) await removeContent(folder);
  });

  it('brings bases, courses and published lessons', async () => {
    const { townshipId, system, villageIds } = await seedTownship(db());
    const content = await write(smallContent());

    expect(await importCourses(db(), system, content, NOW)).toEqual({ ok: true, imported: ['feed', 'water', 'clip'], unchanged: [] });

    const bases = await listBases(db(), townshipId);
    expect(bases.find((base) => base.id === 'xinwopu')).toMatchObject({
      name: { en: 'xinwopu base' },
      villageId: villageIds[1],
      language: 'zh',
    });
    const [sheep] = await baseCourses(db(), townshipId, 'mutouyingzi');
    expect(sheep).toMatchObject({ id: 'sheep', title: { zh: '养羊', en: 'Sheep' }, classHours: 1.5 });
    expect(sheep?.lessons.map((lesson) => lesson.id)).toEqual(['feed', 'water']);
    expect(sheep?.lessons[0]).toMatchObject({ version: 1, minutes: 5, title: { zh: '喂多少' }, topics: { science: 0.6 } });
    const cover = await readMedia(db(), townshipId, sheep?.lessons[0]?.cover ?? '');
    expect(cover).toMatchObject({ mediaType: 'image/svg+xml' });
  });

  it('fills in what a base lacks and leaves what it has', async () => {
    const { townshipId, system, villageIds } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    const bases = await listBases(db(), townshipId);
    const filled = { name: { en: 'Mutouyingzi base' }, summary: { en: 'About' }, villageId: villageIds[1] };
    expect(bases.find((base) => base.id === 'mutouyingzi')).toMatchObject(filled);
  });

  it('imports only the bases that were chosen', async () => {
    const { townshipId, system } = await seedTownship(db());
    const outcome = await importCourses(db(), system, await write(smallContent()), NOW, { bases: ['mutouyingzi'] });
    expect(outcome).toMatchObject({ ok: true, imported: ['feed', 'water'] });
    expect((await listBases(db(), townshipId)).map((base) => base.id)).not.toContain('xinwopu');
    expect(await readCourse(db(), townshipId, 'wool')).toBeNull();
  });

  it('changes nothing the second time', async () => {
    const { system } = await seedTownship(db());
    const content = await write(smallContent());
    await importCourses(db(), system, content, NOW);
    const before = await everyRow(db());

    expect(await importCourses(db(), system, content, LATER)).toEqual({ ok: true, imported: [], unchanged: ['feed', 'water', 'clip'] });
    expect(await everyRow(db())).toEqual(before);
  });

  it('publishes a shipped lesson whose files are new', async () => {
    const { townshipId, system } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    const newer = await write(smallContent({ 'courses/sheep/feed/zh.mdx': ZH.replace('再算料', '再配料') }));
    expect(await importCourses(db(), system, newer, LATER)).toMatchObject({ imported: ['feed'], unchanged: ['water', 'clip'] });
    expect((await publishedLesson(db(), townshipId, 'feed'))?.version).toBe(2);
  });

  it('does not undo what trainers published or took back', async () => {
    const { townshipId, system, trainer } = await seedTownship(db());
    const content = await write(smallContent());
    await importCourses(db(), system, content, NOW);
    const files = uploaded({ 'zh.mdx': ZH.replace('再算料', '再配料') });
    await publishLessonFolder(db(), trainer, { courseId: 'sheep', lessonId: 'feed', files, note: '' }, LATER);
    await importCourses(db(), system, content, LATER);
    expect((await publishedLesson(db(), townshipId, 'feed'))?.version).toBe(2);
    await takeBackVersion(db(), trainer, { lessonId: 'feed', note: '' }, LATER);
    await importCourses(db(), system, content, LATER);
    expect((await publishedLesson(db(), townshipId, 'feed'))?.version).toBe(1);
  });

  it("keeps a trainer's lesson at the end of a newer shipped course", async () => {
    const { townshipId, system, trainer } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    await publishLessonFolder(db(), trainer, { courseId: 'sheep', lessonId: 'my-lesson', files: uploaded(), note: '' }, NOW);
    const shipped = smallContent();
    const turned = (shipped['courses/sheep/course.yaml'] ?? '').replace('feed, water', 'water, feed');
    await importCourses(db(), system, await write({ ...shipped, 'courses/sheep/course.yaml': turned }), LATER);
    expect((await readCourse(db(), townshipId, 'sheep'))?.lessons.map((lesson) => lesson.id)).toEqual(['water', 'feed', 'my-lesson']);
  });

  it('gives back the same bytes, marks and line ends too', async () => {
    const { townshipId, system } = await seedTownship(db());
    const content = await write(smallContent());
    await importCourses(db(), system, content, NOW);
    const copy = await write({});
    await exportCourses(db(), townshipId, copy);
    expect(await coursesOnDisk(copy)).toEqual(await coursesOnDisk(content));
  });

  it('takes a newer guide, and a guide that was taken away goes', async () => {
    const { townshipId, system } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    const { 'courses/sheep/guide.en.mdx': _, ...newer } = smallContent({ 'courses/sheep/guide.zh.mdx': '# 新的教法\n\n先称羊。\n' });
    await importCourses(db(), system, await write(newer), LATER);
    const guides = await db().selectFrom('course_guide').selectAll().where('township_id', '=', townshipId).execute();
    expect(guides.map(({ language, source }) => [language, source.slice(0, 6)])).toEqual([['zh', '# 新的教法']]);
  });

  it('refuses a guide that holds a component, an expression or an unsafe link, by line', async () => {
    const { system } = await seedTownship(db());
    const guide = '# 教法\n\n<Tip>看羊。</Tip>\n\n[x](javascript:alert)\n';
    const outcome = await importCourses(db(), system, await write(smallContent({ 'courses/sheep/guide.zh.mdx': guide })), NOW);
    expect(outcome.ok ? [] : outcome.problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'courses/sheep/guide.zh.mdx:3 raw-tag',
      'courses/sheep/guide.zh.mdx:5 unsafe-url',
    ]);
  });

  it('gives back the courses that come with the product as they came', async () => {
    const { townshipId, system } = await seedTownship(db());
    expect(await importCourses(db(), system, 'content', NOW)).toMatchObject({ ok: true });
    const copy = await write({});
    await exportCourses(db(), townshipId, copy);
    expect(await coursesOnDisk(copy)).toEqual(await coursesOnDisk('content'));
  }, 120_000);

  it("exports a trainer's lesson with its course, and can import that elsewhere", async () => {
    const { townshipId, system, trainer } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    await publishLessonFolder(db(), trainer, { courseId: 'sheep', lessonId: 'my-lesson', files: uploaded(), note: '' }, NOW);
    const copy = await write({});
    expect(await exportCourses(db(), townshipId, copy)).toContain('sheep/my-lesson');
    const elsewhere = await seedElsewhere(db());
    expect(await importCourses(db(), elsewhere, copy, LATER)).toMatchObject({ ok: true });
    expect((await readCourse(db(), elsewhere.townshipId, 'sheep'))?.lessons).toHaveLength(3);
  });

  it('shows a shared lesson in both courses, with what comes next in either', async () => {
    const { townshipId, system } = await seedTownship(db());
    await importCourses(db(), system, await write(smallContent()), NOW);
    expect((await readCourse(db(), townshipId, 'wool'))?.lessons.map((lesson) => lesson.id)).toEqual(['clip', 'feed']);
    const lesson = await publishedLesson(db(), townshipId, 'feed');
    expect(lesson?.courses.map(({ id, nextLessonId }) => [id, nextLessonId])).toEqual([
      ['sheep', 'water'],
      ['wool', null],
    ]);
    expect(lesson?.nextLessonId).toBe('water');
  });

  it.each([
    ['a lesson that is not MDX', { 'courses/sheep/water/en.mdx': '# Water\n\n<Steps><Step' }, 'courses/sheep/water/en.mdx'],
    ['a course.yaml that is not YAML', { 'courses/sheep/course.yaml': 'lessons: [' }, 'courses/sheep/course.yaml'],
    [
      'a lesson folder that is not there',
      { 'courses/sheep/course.yaml': (smallContent()['courses/sheep/course.yaml'] ?? '').replace('water', 'air') },
      'courses/sheep/course.yaml',
    ],
    ['a file that does not belong', { 'courses/sheep/feed/run.exe': 'MZ' }, 'courses/sheep/feed/run.exe'],
    [
      'a text in GB18030',
      { 'courses/sheep/feed/zh.mdx': new Uint8Array([0x23, 0x20, 0xce, 0xb9, 0xd1, 0xf2]) },
      'courses/sheep/feed/zh.mdx',
    ],
  ])('refuses %s, names the file and writes nothing', async (_, broken, file) => {
    const { system } = await seedTownship(db());
    const before = await everyRow(db());
    const outcome = await importCourses(db(), system, await write({ ...smallContent(), ...broken }), NOW);
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.file)).toContain(file);
    expect(await everyRow(db())).toEqual(before);
  });
});

async function seedElsewhere(db: Database) {
  const townshipId = '00000000-0000-4000-8000-000000000001';
  await db.insertInto('township').values({ id: townshipId, name_zh: '别处', name_en: 'Elsewhere', created_at: NOW }).execute();
  const bases = ['mutouyingzi', 'xinwopu'].map((id) => ({ township_id: townshipId, id, name_zh: id, name_en: id }));
  await db.insertInto('base').values(bases).execute();
  return { kind: 'system', townshipId } as const;
}

async function everyRow(db: Database) {
  const tables = [
    'base',
    'course',
    'course_lesson',
    'lesson',
    'lesson_version',
    'lesson_version_media',
    'media',
    'lesson_publication',
    'audit',
  ] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}
