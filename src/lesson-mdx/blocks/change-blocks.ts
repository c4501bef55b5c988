import type { Block, BlockText, NewKey } from './block-text.ts';

/** Puts new blocks before block `index`, each with an empty line around it. */
export function insertBlocks(text: BlockText, index: number, sources: string[], newKey: NewKey): BlockText {
  const end = lineEnd(text);
  const added = sources.map((source) => ({ key: newKey(), source, gap: end + end }));
  const blocks = [...text.blocks.slice(0, index), ...added, ...text.blocks.slice(index)];
  return apart({ ...text, blocks }, index - 1, index + added.length);
}

export function removeBlock(text: BlockText, index: number): BlockText {
  const removed = text.blocks[index];
  if (!removed) return text;
  const blocks = text.blocks.filter((_, at) => at !== index);
  const last = blocks.at(-1);
  // The file ends as it ended before.
  if (index === blocks.length && last) blocks[blocks.length - 1] = { ...last, gap: removed.gap };
  return apart({ ...text, blocks }, index - 1, index);
}

/** Moves a block so that it stands at `to` among the others. The blank space stays where it is, so nothing else changes. */
export function moveBlock(text: BlockText, from: number, to: number): BlockText {
  const moved = text.blocks[from];
  const target = Math.max(0, Math.min(to, text.blocks.length - 1));
  if (!moved || from === target) return text;
  const order = text.blocks.filter((_, at) => at !== from);
  order.splice(target, 0, moved);
  const blocks = order.map((block, at) => withGap(block, text.blocks[at]?.gap ?? block.gap));
  return apart({ ...text, blocks }, Math.min(from, target) - 1, Math.max(from, target) + 1);
}

/** A block's source written anew. Every other block is the same value as before. */
export function rewriteBlock(text: BlockText, key: string, source: string): BlockText {
  const index = text.blocks.findIndex((block) => block.key === key);
  const block = text.blocks[index];
  if (!block || block.source === source) return text;
  const blocks = text.blocks.with(index, { ...block, source });
  // What was empty until now has to stand apart from its neighbours.
  return block.source === '' ? apart({ ...text, blocks }, index - 1, index + 1) : { ...text, blocks };
}

/** The file's way to end a line. */
export function lineEnd({ lead, blocks }: BlockText): '\r\n' | '\n' {
  const isWindows = lead.includes('\r\n') || blocks.some(({ gap, source }) => gap.includes('\r\n') || source.includes('\r\n'));
  return isWindows ? '\r\n' : '\n';
}

/** Between blocks that became neighbours there is an empty line. */
function apart(text: BlockText, from: number, to: number): BlockText {
  const end = lineEnd(text);
  const blocks = text.blocks.map((block, at) => {
    const isInside = at >= from && at <= to && at < text.blocks.length - 1;
    return isInside && (block.gap.match(/\n/g)?.length ?? 0) < 2 ? withGap(block, end + end) : block;
  });
  return { ...text, blocks };
}

function withGap(block: Block, gap: string): Block {
  return block.gap === gap ? block : { ...block, gap };
}
