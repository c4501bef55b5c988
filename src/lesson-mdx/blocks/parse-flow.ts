import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isBlank, isElement } from '../check-nodes.ts';
import { COMPONENTS } from '../components/index.ts';

/** A node of the tree with where it stands in the text that was parsed; `end` is behind its last character. */
export interface FlowNode {
  type: string;
  start: number;
  end: number;
  children: FlowNode[];
  value: string;
  depth: number;
  ordered: boolean;
  url: string;
  name: string | null;
  attributes: { type: string; name: string; value: unknown; start: number; end: number }[];
}

const LONGEST = 250_000;
const parser = unified().use(remarkParse).use(remarkMdx).freeze();

/** The top-level nodes of MDX text, or null when it cannot be read (or would keep the reader busy for long). Nothing is evaluated. */
export function parseFlow(source: string): FlowNode[] | null {
  if (isTangled(source)) return null;
  // The parser skips a byte order mark without counting it.
  const skipped = source.startsWith('\uFEFF') ? 1 : 0;
  try {
    return toFlow(parser.parse(source.slice(skipped)), skipped).children.flatMap(unravelled);
  } catch {
    return null;
  }
}

/** Text that makes the parser slow: measured, 8 kB of `*a_ ` take it a second. */
function isTangled(source: string): boolean {
  if (source.length > LONGEST) return true;
  return source.split(/\n[ \t\r]*\n/).some((stretch) => {
    const marks = stretch.match(/[*_[\]`]|&[a-z#]/gi)?.length ?? 0;
    const lines = stretch.length > 4000 ? stretch.split('\n').length : 0;
    return marks > 1500 || lines > 3000 || /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){25}/m.test(stretch) || opensDeeply(stretch);
  });
}

function opensDeeply(stretch: string): boolean {
  return (stretch.match(/<[A-Za-z]/g)?.length ?? 0) > 800;
}

/** `<Tip>…</Tip>` on one line parses as a paragraph around it; such a paragraph gives way to its tags, as when a lesson is rendered. */
function unravelled(node: FlowNode): FlowNode[] {
  if (node.type !== 'paragraph') return [node];
  const parts = node.children.filter((child) => !isBlank(child));
  const isOnlyBlocks = parts.length > 0 && parts.every((part) => isElement(part) && COMPONENTS.get(part.name ?? '')?.stands !== 'in-text');
  return isOnlyBlocks ? parts : [node];
}

interface MdastNode {
  type: string;
  children?: MdastNode[];
  value?: unknown;
  depth?: unknown;
  ordered?: unknown;
  url?: unknown;
  name?: unknown;
  attributes?: MdastNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

function toFlow(node: MdastNode, shift: number): FlowNode {
  return {
    type: node.type,
    start: (node.position?.start.offset ?? 0) + shift,
    end: (node.position?.end.offset ?? 0) + shift,
    children: (node.children ?? []).map((child) => toFlow(child, shift)),
    value: typeof node.value === 'string' ? node.value : '',
    depth: typeof node.depth === 'number' ? node.depth : 0,
    ordered: node.ordered === true,
    url: typeof node.url === 'string' ? node.url : '',
    name: typeof node.name === 'string' ? node.name : null,
    attributes: (node.attributes ?? []).map((attribute) => ({
      type: attribute.type,
      name: typeof attribute.name === 'string' ? attribute.name : '',
      value: attribute.value ?? null,
      start: (attribute.position?.start.offset ?? 0) + shift,
      end: (attribute.position?.end.offset ?? 0) + shift,
    })),
  };
}
