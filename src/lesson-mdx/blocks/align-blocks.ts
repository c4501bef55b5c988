import type { Block } from './block-text.ts';
import { viewBlock } from './read-block.ts';

/** One row of the two columns: the same block in both languages, or a block that one of them lacks. Numbers are places in the lists. */
export interface Row {
  zh: number | null;
  en: number | null;
}

/**
 * Pairs the blocks of both languages in their order. Questions belong together by their id, pictures by their file, everything else by
 * its kind; a section's heading is worth more than a paragraph, so that a missing paragraph does not shift the sections behind it.
 */
export function alignBlocks(zh: readonly Block[], en: readonly Block[]): Row[] {
  return alignMarks(zh.map(markOf), en.map(markOf));
}

/** A short word for what a block is; equal words pair. */
export function markOf(block: Block): string {
  const view = viewBlock(block);
  if (view.kind === 'heading') return `heading ${view.depth}`;
  if (view.kind !== 'component') return view.kind;
  const { name, props } = view.element;
  return [name, props.id?.value ?? props.src?.value ?? props.rightSrc?.value ?? ''].join(' ').trim();
}

export function alignMarks(zh: readonly string[], en: readonly string[]): Row[] {
  const [rows, columns] = [zh.length, en.length];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + likeness(zh[i] ?? '', en[j] ?? ''));
  const aligned: Row[] = [];
  for (let i = 0, j = 0; i < rows || j < columns; ) {
    const gain = i < rows && j < columns ? likeness(zh[i] ?? '', en[j] ?? '') : 0;
    if (gain > 0 && at(i, j) === at(i + 1, j + 1) + gain) aligned.push({ zh: i++, en: j++ });
    else if (i < rows && (j >= columns || at(i, j) === at(i + 1, j))) aligned.push({ zh: i++, en: null });
    else aligned.push({ zh: null, en: j++ });
  }
  return aligned;
}

function likeness(one: string, other: string): number {
  if (one === other) return one === 'text' ? 1 : one.includes(' ') ? 3 : 2;
  const [name] = one.split(' ');
  // The same component with another id or file: somebody is about to mend one of them.
  return name !== 'heading' && name === other.split(' ')[0] ? 0.5 : 0;
}
