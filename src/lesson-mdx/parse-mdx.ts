import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { LessonProblem } from './checked-lesson.ts';
import { FILE_START, lessonProblem, type Place } from './problems.ts';

/** A node of mdast, seen through the few fields that lessons use. */
export interface LessonNode {
  type: string;
  children?: LessonNode[];
  value?: string;
  position?: { start: Place };
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  url?: string;
  title?: string | null;
  /** JSX only. A null name is a fragment. */
  name?: string | null;
  attributes?: LessonAttribute[];
}

/** `name="text"` has a string, `name` alone null, `name={…}` an object; `{...x}` has no name at all. */
export interface LessonAttribute {
  type: string;
  name?: string;
  value?: unknown;
  position?: { start: Place };
}

const DEEPEST = 12;

/** MDX text → tree, or the one place where reading had to stop. Nothing in it is evaluated. */
export function parseMdx(file: string, source: string): { ok: true; root: LessonNode } | { ok: false; problem: LessonProblem } {
  try {
    const root = unified().use(remarkParse).use(remarkMdx).parse(source) as LessonNode;
    const deep = findTooDeep(root);
    if (deep) return { ok: false, problem: lessonProblem(file, placeOf(deep), 'too-deep', String(DEEPEST)) };
    return { ok: true, root };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: lessonProblem(file, FILE_START, 'too-deep', String(DEEPEST)) };
    if (error instanceof Error && 'reason' in error) return { ok: false, problem: syntaxProblem(file, error) };
    throw error;
  }
}

export function placeOf(node: { position?: { start: Place } }): Place {
  const { line, column } = node.position?.start ?? FILE_START;
  return { line, column };
}

function syntaxProblem(
  file: string,
  message: Error & { reason?: unknown; line?: unknown; column?: unknown; place?: unknown },
): LessonProblem {
  const place =
    typeof message.line === 'number' && typeof message.column === 'number' ? { line: message.line, column: message.column } : FILE_START;
  const isImport = /import\/exports? with acorn/i.test(String(message.reason));
  return isImport ? lessonProblem(file, place, 'import-or-export') : lessonProblem(file, place, 'not-mdx', String(message.reason));
}

// Level by level instead of recursion: the tree may be deeper than the stack.
function findTooDeep(root: LessonNode): LessonNode | undefined {
  let level: LessonNode[] = [root];
  for (let depth = 0; depth <= DEEPEST; depth++) level = level.flatMap((node) => node.children ?? []);
  return level[0];
}
