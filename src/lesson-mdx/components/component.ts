import type { Language } from '../checked-lesson.ts';
import type { LessonNode } from '../parse-mdx.ts';
import type { ProblemCode } from '../problem-messages.ts';
import type { WrittenQuestion } from '../question-key.ts';

/** What a prop may hold. `id` is kebab-case, `picture`, `sound`, `video` and `captions` files of the lesson folder, `flag` stands alone without a value. */
export interface PropRule {
  holds: 'text' | 'id' | 'picture' | 'sound' | 'video' | 'captions' | 'flag' | 'number' | 'true-or-false' | 'objective';
  /** The problem when it is absent or empty; leave out for an optional prop. */
  missing?: ProblemCode;
  /** The warning when an optional prop is absent or empty. */
  wanted?: ProblemCode;
}

/** A component as written in a lesson, its props already checked against the schema. */
export interface LessonElement {
  /** Text of each prop; a flag reads 'true', an absent prop is absent. */
  props: Record<string, string>;
  node: LessonNode;
  /** Elements directly inside, in order. */
  parts: LessonElement[];
}

export type Complain = (code: ProblemCode, a?: string, b?: string, part?: LessonElement, prop?: string) => void;

/** What a component may use to turn itself into HTML and speech. */
export interface Rendering {
  language: Language;
  flow(nodes: LessonNode[]): string;
  inline(nodes: LessonNode[]): string;
  speech(nodes: LessonNode[]): string;
  /** `<img>` of a picture in the folder, at /media/<digest>, with width and height when the file says them. */
  picture(path: string, alt: string): string;
  /** Where a file of the folder is fetched from: /media/<digest>. */
  address(path: string): string;
}

/** One component: where it may stand, what it takes, and how it looks and sounds. A new one is a file here and a line in index.ts. */
export interface LessonComponent {
  name: string;
  /** `part` stands only directly inside a component that holds it. */
  stands: 'in-text' | 'alone' | 'part' | 'question';
  /** `blocks` is any Markdown, `text` a single line of it, otherwise the one kind of child it holds. */
  holds: 'nothing' | 'text' | 'blocks' | { parts: string } | { markdown: string };
  props: Record<string, PropRule>;
  /** Asks what a schema cannot say. */
  check?(element: LessonElement, complain: Complain): void;
  /** Questions only: what the server grades by. */
  question?(element: LessonElement): WrittenQuestion;
  html(element: LessonElement, rendering: Rendering): string;
  speech(element: LessonElement, rendering: Rendering): string;
}

/** A prop whose schema requires it. */
export function prop(element: LessonElement, name: string): string {
  return element.props[name] ?? '';
}

export const REQUIRED_TEXT: PropRule = { holds: 'text', missing: 'missing-prop' };
export const OPTIONAL_TEXT: PropRule = { holds: 'text' };
export const PICTURE: PropRule = { holds: 'picture', missing: 'missing-prop' };
export const ALT: PropRule = { holds: 'text', missing: 'alt-missing' };
