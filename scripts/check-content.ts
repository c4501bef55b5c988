import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { z } from 'zod';
import { lessonEntry } from '../src/domain/lessons/course-file.ts';
import { checkLessonInWorker } from '../src/lesson-mdx/check-lesson-in-worker.ts';
import { type CheckedLesson, LANGUAGES, type Language, type LessonProblem } from '../src/lesson-mdx/checked-lesson.ts';
import { FACTS_FILE } from '../src/lesson-mdx/facts.ts';
import { checkGuide } from '../src/lesson-mdx/guide.ts';
import { readYaml } from '../src/lesson-mdx/lesson-metadata.ts';
import { readMedia } from '../src/lesson-mdx/media.ts';
import { FILE_START, lessonProblem } from '../src/lesson-mdx/problems.ts';
import { type BaseCurriculum, type CourseOutline, missingGuides, thinAwarenesses, topicSpread } from './content-checks/curriculum.ts';
import { measureRightAnswers, type RightAnswers, rightAnswersOf } from './content-checks/right-answers.ts';
import { checkShippedLesson, type LessonFigures } from './content-checks/shipped-lesson.ts';
import { contentTable } from './content-checks/table.ts';

// `npm run check:content`: everything in content/ that ships, with the checks that uploads pass too.

const content = join(import.meta.dirname, '..', 'content');
const problems: LessonProblem[] = [];

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const baseYaml = z.strictObject({
  id,
  position: z.int(),
  language: z.enum(['zh', 'en']),
  village: z.string().min(1),
  name: both,
  summary: both,
  picture: z.string().regex(/^[\w-]+\.svg$/),
});
const courseYaml = z.strictObject({
  base: id,
  position: z.int(),
  title: both,
  summary: both,
  class_hours: z.number().positive(),
  // `lesson` has its folder in this course; `course/lesson` shares the folder of another.
  lessons: z.array(z.string().regex(/^([a-z][a-z0-9-]*\/)?[a-z][a-z0-9-]*$/)).min(1),
});

const figures: LessonFigures[] = [];
const answers: Record<Language, RightAnswers> = {
  zh: { choices: [], truths: [], several: [] },
  en: { choices: [], truths: [], several: [] },
};
const bases = await checkBases(join(content, 'bases'));
const { courses, lessons, curriculum, outlines } = await checkCourses(join(content, 'courses'), bases);

const measures = LANGUAGES.map((language) => [language, measureRightAnswers(answers[language])] as const);
const spread = topicSpread(curriculum);
const imbalances = [
  ...measures.flatMap(([language, each]) =>
    each
      .filter(({ isWithin }) => !isWithin)
      .map(
        ({ name, count, of, expected }) =>
          `${language}: ${name} ${count} times of ${of}, by chance ${expected.toFixed(1)}. Reword or move answers.`,
      ),
  ),
  ...[...spread.thin, ...thinAwarenesses(outlines)].map((text) => `${text}. Write or weigh lessons.`),
];
for (const guide of missingGuides(outlines)) add(join(content, 'courses', guide), 'field-missing', "The trainer's guide");

console.log(contentTable(figures, spread, measures));
for (const { file, line, column, message } of problems) console.log(`${file}:${line}:${column} ${message.en}`);
for (const imbalance of imbalances) console.log(`content:1:1 ${imbalance}`);
const questions = lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0);
const faults = problems.length + imbalances.length;
console.log(
  `${bases.size} bases, ${courses} courses, ${lessons.length} good lessons with ${questions} questions; ${faults} problem${faults === 1 ? '' : 's'}`,
);
process.exitCode = faults > 0 ? 1 : 0;

async function checkBases(folder: string): Promise<Set<string>> {
  const names = await readdir(folder);
  const found = new Set<string>();
  const pictures: Record<string, Uint8Array> = {};
  for (const name of names.filter((each) => each.endsWith('.svg'))) pictures[name] = await readFile(join(folder, name));
  addAll(readMedia(pictures).problems, folder);
  for (const name of names.filter((each) => each.endsWith('.yaml'))) {
    const file = join(folder, name);
    const base = await readChecked(file, baseYaml);
    if (!base) continue;
    found.add(base.id);
    if (`${base.id}.yaml` !== name) add(file, 'field-wrong', 'id');
    if (!pictures[base.picture]) add(file, 'picture-missing', base.picture);
  }
  return found;
}

async function checkCourses(
  folder: string,
  known: Set<string>,
): Promise<{ courses: number; lessons: CheckedLesson[]; curriculum: BaseCurriculum[]; outlines: CourseOutline[] }> {
  const good = new Map<string, CheckedLesson>();
  const taught = new Map<string, Set<string>>([...known].map((base) => [base, new Set()]));
  const outlines: (Omit<CourseOutline, 'lessons'> & { ids: string[] })[] = [];
  const names = await foldersIn(folder);
  for (const name of names) {
    const file = join(folder, name, 'course.yaml');
    const course = await readChecked(file, courseYaml);
    const there = await foldersIn(join(folder, name));
    if (course && !known.has(course.base)) add(file, 'field-wrong', 'base');
    const guides: Language[] = [];
    for (const language of LANGUAGES) if (await checkCourseGuide(join(folder, name, `guide.${language}.mdx`))) guides.push(language);
    const ids = (course?.lessons ?? []).map((entry) => lessonEntry(entry, name).lessonId);
    if (course) outlines.push({ id: name, baseId: course.base, ids, guides });
    for (const entry of course?.lessons ?? []) {
      const { home, lessonId } = lessonEntry(entry, name);
      const isThere =
        home === name ? there.includes(lessonId) : names.includes(home) && (await foldersIn(join(folder, home))).includes(lessonId);
      if (course) taught.get(course.base)?.add(lessonId);
      if (!isThere) add(file, 'field-wrong', `lessons: ${entry}`);
    }
    for (const lesson of there) {
      if (course && !course.lessons.includes(lesson)) add(file, 'field-missing', `lessons: ${lesson}`);
      const checked = await checkFolder(join(folder, name, lesson));
      if (checked) good.set(lesson, checked);
    }
  }
  const goodOf = (ids: Iterable<string>) =>
    [...ids].flatMap((id) => {
      const topics = good.get(id)?.topics;
      return topics ? [{ id, topics }] : [];
    });
  return {
    courses: names.length,
    lessons: [...good.values()],
    curriculum: [...taught].map(([baseId, ids]) => ({ baseId, lessons: goodOf(ids) })),
    outlines: outlines.map(({ ids, ...outline }) => ({ ...outline, lessons: goodOf(ids) })),
  };
}

/** Whether the guide is there; what is wrong in it becomes a problem. */
async function checkCourseGuide(file: string): Promise<boolean> {
  const source = await readFile(file, 'utf8').catch(() => null);
  if (source !== null) problems.push(...checkGuide(relative(process.cwd(), file), source));
  return source !== null;
}

async function checkFolder(folder: string): Promise<CheckedLesson | null> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll('\\', '/')] = await readFile(path);
  }
  const { 'lesson.yaml': metadata, 'zh.mdx': zh, 'en.mdx': en, ...media } = files;
  if (!metadata || !zh || !en) {
    for (const name of ['lesson.yaml', 'zh.mdx', 'en.mdx']) if (!files[name]) add(join(folder, name), 'field-missing', name);
    return null;
  }
  for (const [name, bytes] of Object.entries({ 'zh.mdx': zh, 'en.mdx': en })) await compileAsMdx(join(folder, name), bytes);
  const result = await checkLessonInWorker({ metadata, zh, en, media });
  // What a trainer is only advised to do, a shipped lesson does.
  addAll(result.warnings, folder);
  if (result.ok) {
    const facts = media[FACTS_FILE];
    const texts = { metadata: text(metadata), zh: text(zh), en: text(en), facts: facts ? text(facts) : null };
    const shipped = checkShippedLesson(relative(join(content, 'courses'), folder), result.lesson, texts);
    figures.push(shipped.figures);
    addAll(shipped.problems, folder);
    for (const language of LANGUAGES) {
      const { choices, truths, several } = rightAnswersOf(texts[language]);
      answers[language].choices.push(...choices);
      answers[language].truths.push(...truths);
      answers[language].several.push(...several);
    }
    return result.lesson;
  }
  addAll(result.problems, folder);
  return null;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** The shipped files stay plain MDX: any MDX tool can read them. */
async function compileAsMdx(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await compile(bytes);
  } catch (error) {
    add(file, 'not-mdx', error instanceof Error ? error.message : String(error));
  }
}

async function readChecked<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const source = await readFile(file, 'utf8').catch(() => null);
  if (source === null) {
    add(file, 'field-missing', 'course.yaml');
    return null;
  }
  const found: LessonProblem[] = [];
  const yaml = readYaml(relative(process.cwd(), file), source, found);
  problems.push(...found);
  if (!yaml) return null;
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    problems.push(lessonProblem(relative(process.cwd(), file), yaml.placeOf(path), 'field-wrong', `${path.join('.')} (${message})`));
  }
  return null;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function add(file: string, code: Parameters<typeof lessonProblem>[2], a: string): void {
  problems.push(lessonProblem(relative(process.cwd(), file), FILE_START, code, a));
}

function addAll(found: LessonProblem[], folder: string): void {
  for (const problem of found) problems.push({ ...problem, file: relative(process.cwd(), join(folder, problem.file)) });
}
