import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type CheckedLesson, type Language, type LessonProblem, TOPICS } from './checked-lesson.ts';
import { isId } from './elements.ts';
import { FILE_START, lessonProblem, type Place } from './problems.ts';

type Metadata = Pick<CheckedLesson, 'minutes' | 'cover' | 'topics' | 'objectives' | 'sources'>;
/** A read lesson.yaml; `placeOf(['objectives', 0])` tells where something stands in it. */
export interface ReadMetadata {
  metadata: Metadata;
  /** Language → screen → file of the lesson folder. */
  narration: Partial<Record<Language, Record<string, string>>>;
  placeOf(path: PropertyKey[]): Place;
}

const words = z.string().trim().min(1).max(1000);
const weight = z.number().gt(0).lte(1);
const lessonYaml = z.strictObject({
  minutes: z.int().min(1).max(240),
  cover: words.nullish(),
  topics: z.partialRecord(z.enum(TOPICS), weight).refine((topics) => Object.values(topics).some((value) => value >= 0.2)),
  objectives: z.array(z.strictObject({ id: z.string().refine(isId), zh: words, en: words })).min(1),
  sources: z.array(words).min(1),
  // 0 is the cover, 1 the first step.
  narration: z.partialRecord(z.enum(['zh', 'en']), z.record(z.string().regex(/^\d{1,3}$/), words)).nullish(),
});

/** Reads lesson.yaml; what is wrong goes to `problems`, and null comes back when it cannot be used. */
export function readMetadata(file: string, source: string, problems: LessonProblem[]): ReadMetadata | null {
  const document = readYaml(file, source, problems);
  if (!document) return null;
  const parsed = lessonYaml.safeParse(document.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(...metadataProblems(file, issue, document));
    return null;
  }
  const { objectives, cover, narration, ...rest } = parsed.data;
  objectives.forEach((objective, index) => {
    const isSecond = objectives.findIndex((other) => other.id === objective.id) < index;
    if (isSecond) problems.push(lessonProblem(file, document.placeOf(['objectives', index, 'id']), 'duplicate-objective', objective.id));
  });
  const metadata: Metadata = { ...rest, cover: cover ?? null, objectives: objectives.map(({ id, zh, en }) => ({ id, text: { zh, en } })) };
  return { metadata, narration: narration ?? {}, placeOf: document.placeOf };
}

/** A YAML file as a plain value, with the place of each part of it; null and a problem when it is not YAML. */
export function readYaml(
  file: string,
  source: string,
  problems: LessonProblem[],
): { value: unknown; placeOf(path: PropertyKey[]): Place } | null {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.push(lessonProblem(file, { line, column: col }, 'not-yaml', error.message));
  }
  if (document.errors.length > 0) return null;
  try {
    return { value: document.toJS({ maxAliasCount: 20 }), placeOf: (path) => placeIn(document, lines, path) };
  } catch (error) {
    problems.push(lessonProblem(file, FILE_START, 'not-yaml', error instanceof Error ? error.message : ''));
    return null;
  }
}

/** The deepest part of `path` that is there: a missing field is complained about at what should hold it. */
function placeIn(document: Document, lines: LineCounter, path: PropertyKey[]): Place {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return FILE_START;
}

type Issue = z.core.$ZodIssue;

function metadataProblems(file: string, issue: Issue, document: { value: unknown; placeOf(path: PropertyKey[]): Place }): LessonProblem[] {
  const { path } = issue;
  const place = document.placeOf(path);
  const field = fieldName(path);
  const isMissing = valueAt(document.value, path) === undefined || valueAt(document.value, path) === null;
  if (path[0] === 'sources' && (path.length === 1 || isMissing)) return [lessonProblem(file, place, 'lesson-without-source')];
  if (path[0] === 'topics' && !(path.length === 1 && isMissing)) return [lessonProblem(file, place, 'topics-wrong')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => lessonProblem(file, document.placeOf([...path, key]), 'unknown-field', fieldName([...path, key])));
  }
  return [isMissing ? lessonProblem(file, place, 'field-missing', field) : lessonProblem(file, place, 'field-wrong', field)];
}

/** `objectives[0].zh` */
function fieldName(path: PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name.replace(/^\./, '') || 'minutes, topics, objectives, sources';
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}
