import { isScalar, isSeq, parse, parseDocument } from 'yaml';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const words = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });

const courseFile = z.strictObject({
  base: slug,
  position: z.int().default(0),
  title: words,
  summary: z.strictObject({ zh: z.string().trim(), en: z.string().trim() }),
  class_hours: z.number().min(0).max(9999),
  // `lesson` has its folder in this course; `course/lesson` shares the folder of another.
  lessons: z.array(z.string().regex(/^([a-z][a-z0-9-]{0,59}\/)?[a-z][a-z0-9-]{0,59}$/)).min(1),
});

const baseFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  position: z.int().default(0),
  language: z.enum(['zh', 'en']).default('zh'),
  village: z.string().optional(),
  name: words,
  summary: words,
  picture: z.string().optional(),
});

export type CourseFile = z.infer<typeof courseFile>;
export type BaseFile = z.infer<typeof baseFile>;
type Parsed<T> = { ok: true; value: T } | { ok: false; detail: string };

/** The content of a course.yaml; `detail` names the fields that are wrong. */
export function parseCourseFile(text: string): Parsed<CourseFile> {
  return parseAs(courseFile, text);
}

/** The content of a bases/<base>.yaml. */
export function parseBaseFile(text: string): Parsed<BaseFile> {
  return parseAs(baseFile, text);
}

function parseAs<T>(shape: z.ZodType<T>, text: string): Parsed<T> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
  }
  const result = shape.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, detail: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') };
}

/** Splits an entry of `lessons` into the course whose folder holds it and the lesson's id. */
export function lessonEntry(entry: string, courseId: string): { home: string; lessonId: string } {
  const [first = '', second] = entry.split('/');
  return second === undefined ? { home: courseId, lessonId: first } : { home: first, lessonId: second };
}

/** A course.yaml with lessons added at the end of its list; comments and order of everything else stay. */
export function withLessonsAdded(source: string, lessonIds: readonly string[]): string {
  if (lessonIds.length === 0) return source;
  const document = parseDocument(source);
  const lessons = document.get('lessons');
  if (isSeq(lessons)) for (const lessonId of lessonIds) lessons.add(lessonId);
  else document.set('lessons', [...lessonIds]);
  return document.toString({ lineWidth: 0 });
}

/**
 * A course.yaml with exactly these entries, `lesson` or `course/lesson`, in this order; an entry that is there keeps its place in the text
 * and its comments as far as YAML lets it. Unchanged entries give the same bytes back.
 */
export function withLessons(source: string, courseId: string, entries: readonly string[]): string {
  const document = parseDocument(source);
  const lessons = document.get('lessons');
  const idOf = (entry: unknown) => lessonEntry(String(entry), courseId).lessonId;
  const before = isSeq(lessons) ? lessons.items : [];
  const byId = new Map(before.map((item) => [idOf(isScalar(item) ? item.value : item), item]));
  const same = before.length === entries.length && entries.every((entry, index) => byId.get(idOf(entry)) === before[index]);
  if (same) return source;
  const items = entries.map((entry) => byId.get(idOf(entry)) ?? document.createNode(entry));
  if (isSeq(lessons)) lessons.items = items;
  else document.set('lessons', entries);
  return document.toString({ lineWidth: 0 });
}
