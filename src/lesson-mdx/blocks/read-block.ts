import { isBlank, isElement } from '../check-nodes.ts';
import { COMPONENTS } from '../components/index.ts';
import type { Block } from './block-text.ts';
import { type FlowNode, parseFlow } from './parse-flow.ts';

/** From `start` up to `end`, in characters of the block's source. */
export interface Span {
  start: number;
  end: number;
}

/** What a block is, with the place of everything in it that can be edited. */
export type BlockView =
  | { kind: 'heading'; depth: number; text: Span }
  | { kind: 'text'; text: Span }
  | { kind: 'list'; isOrdered: boolean; span: Span; items: Span[] }
  | { kind: 'component'; element: ElementView }
  | { kind: 'unknown'; span: Span; isBroken: boolean };

/** A component as written. `props` hold the decoded value (true for a flag) and the place of the whole `name="value"`. */
export interface ElementView extends Span {
  name: string;
  props: Record<string, Span & { value: string | true }>;
  /** Where a further prop can be written: behind the last one. */
  tagEnd: number;
  isSelfClosing: boolean;
  /** Between the opening and the closing tag. */
  inner: Span;
  /** Elements of its own kind of part, as `<Choice>` in a question. */
  parts: ElementView[];
  /** What stands in a component that holds any text. */
  flow: BlockView[];
}

const seen = new WeakMap<Block, BlockView>();

/** Reads one block; the answer for the same block is remembered. */
export function viewBlock(block: Block): BlockView {
  const known = seen.get(block);
  if (known) return known;
  const view = readBlock(block.source);
  seen.set(block, view);
  return view;
}

/** Reads the source of one block. Whatever is not known here, or is more than one block, comes back as unknown and stays as it is. */
export function readBlock(source: string): BlockView {
  const whole: Span = { start: 0, end: source.length };
  if (source.trim() === '') return { kind: 'text', text: whole };
  const nodes = parseFlow(source);
  const [node, ...more] = nodes ?? [];
  if (!nodes || !node || more.length > 0) return { kind: 'unknown', span: whole, isBroken: nodes === null };
  return viewNode(node, source);
}

function viewNode(node: FlowNode, source: string): BlockView {
  const span = { start: node.start, end: node.end };
  if (node.type === 'heading' && source[node.start] === '#') return { kind: 'heading', depth: node.depth, text: headingText(node, source) };
  if (node.type === 'paragraph') return { kind: 'text', text: span };
  if (node.type === 'list') {
    const items = node.children.map(simpleItem);
    if (items.every((item) => item !== null)) return { kind: 'list', isOrdered: node.ordered, span, items };
  }
  if (isElement(node) && COMPONENTS.has(node.name ?? '')) {
    const element = viewElement(node, source);
    if (element) return { kind: 'component', element };
  }
  return { kind: 'unknown', span, isBroken: false };
}

/** `## text`, without what may close it. */
function headingText(node: FlowNode, source: string): Span {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first && last) return { start: first.start, end: last.end };
  const marks = /^#+[ \t]?/.exec(source.slice(node.start, node.end))?.[0].length ?? 0;
  return { start: node.start + marks, end: node.end };
}

/** One paragraph, or nothing yet. */
function simpleItem(item: FlowNode): Span | null {
  const [only, ...more] = item.children;
  if (more.length > 0 || (only && only.type !== 'paragraph')) return null;
  return only ? { start: only.start, end: only.end } : { start: item.end, end: item.end };
}

/** Null when it holds what its kind does not hold, or is written in a way that is not edited here: then it is left alone. */
function viewElement(node: FlowNode, source: string): ElementView | null {
  const name = node.name ?? '';
  const component = COMPONENTS.get(name);
  if (!component) return null;
  const props: ElementView['props'] = {};
  for (const { type, name: prop, value, start, end } of node.attributes) {
    if (type !== 'mdxJsxAttribute' || props[prop] || (value !== null && typeof value !== 'string')) return null;
    props[prop] = { value: value ?? true, start, end };
  }
  const tagEnd = node.attributes.at(-1)?.end ?? node.start + source.slice(node.start).indexOf(name) + name.length;
  const close = /^\s*(\/?)>/.exec(source.slice(tagEnd, node.end));
  if (!close) return null;
  const isSelfClosing = close[1] === '/';
  const innerStart = tagEnd + close[0].length;
  const innerEnd = isSelfClosing ? innerStart : source.lastIndexOf('</', node.end - 1);
  const inner = { start: innerStart, end: innerEnd };
  const view: ElementView = { start: node.start, end: node.end, name, props, tagEnd, isSelfClosing, inner, parts: [], flow: [] };
  const children = node.children.flatMap(unwrapped).filter((child) => !isBlank(child));
  return fillInside(view, children, component.holds, source) ? view : null;
}

/** Parts that share a line are wrapped in a paragraph by the parser. */
function unwrapped(node: FlowNode): FlowNode[] {
  const parts = node.children.filter((child) => !isBlank(child));
  const isWrapper = node.type === 'paragraph' && parts.length > 0;
  return isWrapper && parts.every((part) => isElement(part) && COMPONENTS.get(part.name ?? '')?.stands !== 'in-text') ? parts : [node];
}

type Holds = NonNullable<ReturnType<typeof COMPONENTS.get>>['holds'];

function fillInside(view: ElementView, children: FlowNode[], holds: Holds, source: string): boolean {
  if (holds === 'nothing') return children.length === 0;
  if (holds === 'text') return children.length === 0 || isOneLine(children);
  if (holds === 'blocks' || 'markdown' in holds) {
    view.flow = children.some((child) => isInline(child)) ? inlineFlow(children) : children.map((child) => viewNode(child, source));
    return holds === 'blocks' || children.every((child) => child.type === holds.markdown);
  }
  for (const child of children) {
    const part = child.name === holds.parts ? viewElement(child, source) : null;
    if (!part) return false;
    view.parts.push(part);
  }
  return true;
}

function inlineFlow(children: FlowNode[]): BlockView[] {
  return [{ kind: 'text', text: { start: children[0]?.start ?? 0, end: children.at(-1)?.end ?? 0 } }];
}

function isOneLine(children: FlowNode[]): boolean {
  return (children.length === 1 && children[0]?.type === 'paragraph') || children.every(isInline);
}

function isInline(node: FlowNode): boolean {
  return ['text', 'strong', 'emphasis', 'link', 'break', 'mdxJsxTextElement', 'mdxTextExpression', 'inlineCode'].includes(node.type);
}
