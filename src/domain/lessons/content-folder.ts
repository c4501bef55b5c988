import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, type Language, type LessonProblem } from '../../lesson-mdx/checked-lesson.ts';
import { checkGuide } from '../../lesson-mdx/guide.ts';
import { type BaseFile, type CourseFile, lessonEntry, parseBaseFile, parseCourseFile } from './course-file.ts';
import { folderProblem } from './folder-problems.ts';
import { decodeText, guideFile, type LessonFolder, readLessonFolder } from './lesson-folder.ts';

export interface ContentCourse {
  id: string;
  source: string;
  file: CourseFile;
  /** In the course's order, its own and those it shares. */
  lessonIds: string[];
  /** The trainer's guide in the languages it has, as it came. */
  guides: Partial<Record<Language, string>>;
}

export interface Content {
  bases: BaseFile[];
  courses: ContentCourse[];
  /** Lesson id → its folder, read once however many courses hold it; `path` is `course/lesson`. */
  lessons: Map<string, { path: string; folder: LessonFolder }>;
}

/** Reads `content/` from disk: bases, the courses of `wanted` bases (all when undefined), their lessons. Checks shape, not lessons. */
export async function readContent(
  contentDir: string,
  wanted: readonly string[] | undefined,
): Promise<{ ok: true; content: Content } | { ok: false; problems: LessonProblem[] }> {
  const problems: LessonProblem[] = [];
  const content: Content = { bases: [], courses: [], lessons: new Map() };
  for (const name of await namesIn(join(contentDir, 'bases'), '.yaml')) {
    const base = await readYaml(contentDir, `bases/${name}`, parseBaseFile, problems);
    if (base && isWanted(base.file.id, wanted)) content.bases.push(base.file);
  }
  for (const id of await namesIn(join(contentDir, 'courses'))) {
    const course = await readYaml(contentDir, `courses/${id}/course.yaml`, parseCourseFile, problems);
    if (!course || !isWanted(course.file.base, wanted)) continue;
    const entries = course.file.lessons.map((entry) => lessonEntry(entry, id));
    const guides = await readGuides(contentDir, `courses/${id}`, problems);
    content.courses.push({ id, ...course, lessonIds: entries.map((entry) => entry.lessonId), guides });
    for (const entry of entries) await addLesson(content, contentDir, `courses/${id}/course.yaml`, entry, problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content };
}

function isWanted(base: string, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.includes(base);
}

async function addLesson(
  content: Content,
  contentDir: string,
  courseFile: string,
  { home, lessonId }: { home: string; lessonId: string },
  problems: LessonProblem[],
): Promise<void> {
  const path = `${home}/${lessonId}`;
  const known = content.lessons.get(lessonId);
  if (known) {
    if (known.path !== path) problems.push(folderProblem(courseFile, 'lesson-id-twice', `${known.path}, ${path}`));
    return;
  }
  const files = await readFiles(join(contentDir, 'courses', path));
  if (files === null) {
    problems.push(folderProblem(courseFile, 'missing-lesson', path));
    return;
  }
  const read = readLessonFolder(files);
  if (read.ok) content.lessons.set(lessonId, { path, folder: read.folder });
  else problems.push(...inFolder(path, read.problems));
}

async function readGuides(contentDir: string, folder: string, problems: LessonProblem[]): Promise<ContentCourse['guides']> {
  const guides: ContentCourse['guides'] = {};
  for (const language of LANGUAGES) {
    const path = `${folder}/${guideFile(language)}`;
    const bytes = await readIfThere(join(contentDir, path));
    if (bytes === null) continue;
    const text = decodeText(bytes);
    if (!text.ok) problems.push(folderProblem(path, text.reason));
    else {
      problems.push(...checkGuide(path, text.text));
      guides[language] = text.text;
    }
  }
  return guides;
}

/** Problems of one lesson, with the file named from `content/` on. */
export function inFolder(path: string, problems: readonly LessonProblem[]): LessonProblem[] {
  return problems.map((problem) => ({ ...problem, file: `courses/${path}/${problem.file}` }));
}

async function readYaml<T>(
  contentDir: string,
  path: string,
  parse: (text: string) => { ok: true; value: T } | { ok: false; detail: string },
  problems: LessonProblem[],
): Promise<{ source: string; file: T } | null> {
  const bytes = await readIfThere(join(contentDir, path));
  const text = bytes === null ? ({ ok: false, reason: 'missing-file' } as const) : decodeText(bytes);
  if (!text.ok) {
    problems.push(folderProblem(path, text.reason));
    return null;
  }
  const parsed = parse(text.text);
  if (parsed.ok) return { source: text.text, file: parsed.value };
  problems.push(folderProblem(path, 'not-a-course-file', parsed.detail));
  return null;
}

async function readFiles(folder: string): Promise<Record<string, Uint8Array> | null> {
  const names = await namesIn(folder);
  if (names.length === 0) return null;
  const files = names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(files));
}

/** Names in a folder in a fixed order; what systems hide there (.DS_Store) is no content. A folder that is not there is empty. */
async function namesIn(folder: string, ending = ''): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.') && name.endsWith(ending)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
