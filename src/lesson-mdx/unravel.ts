import { isBlank, isElement } from './check-nodes.ts';
import { COMPONENTS } from './components/index.ts';
import type { LessonNode } from './parse-mdx.ts';

/**
 * `<Tip>text</Tip>` on one line parses as a paragraph around the tag. As @mdx-js/mdx does, a paragraph of nothing but
 * such tags gives way to them. Changes the tree in place.
 */
export function unravel(node: LessonNode): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) =>
    isOnlyBlocks(child) ? (child.children ?? []).filter((part) => !isBlank(part)) : [child],
  );
  for (const child of node.children) unravel(child);
}

function isOnlyBlocks(node: LessonNode): boolean {
  if (node.type !== 'paragraph') return false;
  const children = (node.children ?? []).filter((child) => !isBlank(child));
  return children.length > 0 && children.every((child) => isElement(child) && COMPONENTS.get(child.name ?? '')?.stands !== 'in-text');
}
