import type { LessonProblem } from './checked-lesson.ts';
import type { LessonComponent } from './components/component.ts';
import { COMPONENTS } from './components/index.ts';
import { checkProps, readElement } from './elements.ts';
import type { MediaLibrary } from './media.ts';
import { type LessonNode, placeOf } from './parse-mdx.ts';
import type { ProblemCode } from './problem-messages.ts';
import { lessonProblem } from './problems.ts';
import { isSafeUrl } from './safe-url.ts';

/** What a page of a lesson is checked against. `objectives` is null when lesson.yaml could not be read. */
export interface PageChecks {
  file: string;
  media: MediaLibrary;
  objectives: ReadonlySet<string> | null;
  problems: LessonProblem[];
  /** What would be better, and keeps nobody from publishing. */
  warnings: LessonProblem[];
  /** Its author looks at it: what is wrong is named, and the rest is drawn all the same. */
  isPreview?: boolean;
}

const BLOCKS = new Set(['root', 'blockquote', 'listItem']);
const MARKDOWN = new Set(['paragraph', 'heading', 'text', 'strong', 'emphasis', 'list', 'listItem', 'link', 'break', 'blockquote']);

/** Checks everything below `parent`, depth first, and adds what is wrong to `page.problems`. */
export function checkChildren(parent: LessonNode, page: PageChecks): void {
  for (const node of parent.children ?? []) checkNode(node, parent, page);
}

function checkNode(node: LessonNode, parent: LessonNode, page: PageChecks): void {
  const complain = (code: ProblemCode, a = '', b = '') => page.problems.push(lessonProblem(page.file, placeOf(node), code, a, b));
  if (isElement(node)) {
    checkElement(node, parent, page);
  } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    complain('expression');
  } else if (node.type === 'mdxjsEsm') {
    complain('import-or-export');
  } else if (!MARKDOWN.has(node.type)) {
    complain('unknown-markdown', markdownName(node.type), markdownMend(node.type));
  } else {
    if (node.type === 'link' && !isSafeUrl(node.url ?? '')) complain('unsafe-url', node.url);
    if (node.type === 'heading' && node.depth === 1 && parent.type !== 'root') complain('second-title');
    checkChildren(node, page);
  }
}

export function isElement(node: LessonNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function checkElement(node: LessonNode, parent: LessonNode, page: PageChecks): void {
  const complain = (code: ProblemCode, a = '', b = '') => page.problems.push(lessonProblem(page.file, placeOf(node), code, a, b));
  const name = node.name ?? '';
  const component = COMPONENTS.get(name);
  if (!component) {
    if (/^[A-Z][\w]*$/.test(name)) complain('unknown-component', name, [...COMPONENTS.keys()].join(', '));
    else complain('raw-tag', name);
    checkChildren(node, page);
    return;
  }
  checkPosition(component, parent, complain);
  checkProps(component, node, page);
  checkInside(component, node, complain);
  checkChildren(node, page);
  const element = readElement(node);
  component.check?.(element, (code, a = `<${name}>`, b = '', part = element, prop) => {
    const attribute = part.node.attributes?.find((candidate) => candidate.name === prop);
    page.problems.push(lessonProblem(page.file, placeOf(attribute ?? part.node), code, a, b));
  });
}

type Complain = (code: ProblemCode, a?: string, b?: string) => void;

function checkPosition(component: LessonComponent, parent: LessonNode, complain: Complain): void {
  const tag = `<${component.name}>`;
  if (component.stands === 'part') {
    const homes = [...COMPONENTS.values()].filter((home) => partOf(home) === component.name).map((home) => home.name);
    if (!homes.includes(parent.name ?? '')) complain('part-outside', tag, homes.map((home) => `<${home}>`).join(' / '));
  } else if (component.stands === 'question') {
    if (parent.type !== 'root') complain('question-inside', tag);
  } else if (component.stands === 'alone') {
    const isInText = !BLOCKS.has(parent.type) && !(isElement(parent) && holdsBlocks(parent));
    // Inside another component the child rule speaks already.
    if (isInText && !isElement(parent)) complain('block-in-text', tag);
  }
}

function partOf(component: LessonComponent): string | null {
  return typeof component.holds === 'object' && 'parts' in component.holds ? component.holds.parts : null;
}

function holdsBlocks(node: LessonNode): boolean {
  return COMPONENTS.get(node.name ?? '')?.holds === 'blocks';
}

function checkInside(component: LessonComponent, node: LessonNode, complain: Complain): void {
  const tag = `<${component.name}>`;
  const children = (node.children ?? []).filter((child) => !isBlank(child));
  const { holds } = component;
  if (holds === 'nothing') {
    if (children.length > 0) complain('nothing-inside', tag);
  } else if (children.length === 0) {
    complain('empty-component', tag);
  } else if (holds === 'text') {
    if (!children.every(isTextOnly)) complain('only-text-inside', tag);
  } else if (holds !== 'blocks') {
    const wanted = 'parts' in holds ? holds.parts : holds.markdown;
    const fits = children.every((child) => ('parts' in holds ? child.name === wanted : child.type === wanted));
    if (!fits) complain('wrong-child', tag, 'parts' in holds ? `<${wanted}>` : 'Markdown (- …)');
  }
}

export function isBlank(node: LessonNode): boolean {
  return node.type === 'text' && (node.value ?? '').trim() === '';
}

function isTextOnly(node: LessonNode): boolean {
  if (isElement(node)) return COMPONENTS.get(node.name ?? '')?.stands === 'in-text';
  return !['heading', 'list', 'blockquote'].includes(node.type);
}

function markdownName(type: string): string {
  return MARKDOWN_NAMES[type]?.[0] ?? type;
}

function markdownMend(type: string): string {
  return MARKDOWN_NAMES[type]?.[1] ?? '';
}

// Node type → how an author writes it, and what to write instead.
const MARKDOWN_NAMES: Record<string, [string, string]> = {
  image: ['![ ]( )', '→ <Figure src="…" alt="…" />'],
  imageReference: ['![ ][ ]', '→ <Figure src="…" alt="…" />'],
  code: ['```', ''],
  inlineCode: ['` `', '→ **…**'],
  thematicBreak: ['---', '→ ##'],
  linkReference: ['[ ][ ]', '→ [ ](https://…)'],
  definition: ['[ ]: …', '→ [ ](https://…)'],
};
