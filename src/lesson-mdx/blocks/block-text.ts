import { COMPONENTS } from '../components/index.ts';
import { parseFlow } from './parse-flow.ts';

/** A stretch of a lesson's text: one block and the blank space behind it. The same bytes, in the same order, are the file. */
export interface Block {
  /** Names the block while it is edited; never written anywhere. */
  key: string;
  source: string;
  gap: string;
}

/** A lesson's text in blocks: `lead` is what stands before the first (a byte order mark, empty lines). */
export interface BlockText {
  lead: string;
  blocks: Block[];
}

export type NewKey = () => string;

/** The file's bytes again. */
export function joinBlocks({ lead, blocks }: BlockText): string {
  let text = lead;
  for (const { source, gap } of blocks) text += source + (source === '' ? '' : gap);
  return text;
}

/** Splits any text into blocks, losing nothing. What cannot be read becomes a block of its own; the text around it stays in blocks. */
export function splitBlocks(source: string, newKey: NewKey): BlockText {
  const spans = spansOf(source);
  const first = spans[0];
  if (!first) return { lead: isBlankText(source) ? source : '', blocks: onlyBlock(source, newKey) };
  const lead = source.slice(0, first.start);
  const isLeadBlank = isBlankText(lead);
  const blocks = spans.map(({ start }, index) => {
    const from = index === 0 && !isLeadBlank ? 0 : start;
    return cutGap(source.slice(from, spans[index + 1]?.start ?? source.length), newKey);
  });
  return { lead: isLeadBlank ? lead : '', blocks };
}

/** The same split for a text that changed elsewhere: blocks that are still there keep their key. */
export function resplitBlocks(source: string, before: BlockText, newKey: NewKey): BlockText {
  const after = splitBlocks(source, newKey);
  const free = new Map<string, string[]>();
  for (const { key, source: text } of before.blocks) free.set(text, [...(free.get(text) ?? []), key]);
  const blocks = after.blocks.map((block) => ({ ...block, key: free.get(block.source)?.shift() ?? block.key }));
  return { lead: after.lead, blocks };
}

/** Where block `index` begins in the file. */
export function offsetOfBlock({ lead, blocks }: BlockText, index: number): number {
  return blocks.slice(0, index).reduce((offset, { source, gap }) => offset + source.length + (source === '' ? 0 : gap.length), lead.length);
}

/** The block that holds the character at `offset`; the last one behind the end, -1 in an empty text. */
export function blockAt(text: BlockText, offset: number): number {
  let end = text.lead.length;
  for (const [index, { source, gap }] of text.blocks.entries()) {
    end += source.length + (source === '' ? 0 : gap.length);
    if (offset < end) return index;
  }
  return text.blocks.length - 1;
}

function onlyBlock(source: string, newKey: NewKey): Block[] {
  return isBlankText(source) ? [] : [cutGap(source, newKey)];
}

function cutGap(stretch: string, newKey: NewKey): Block {
  let end = stretch.length;
  while (end > 0 && ' \t\r\n'.includes(stretch[end - 1] ?? '')) end -= 1;
  const source = stretch.slice(0, end);
  return { key: newKey(), source, gap: stretch.slice(source.length) };
}

/** Blank for Markdown: a Chinese full-width space is text there. */
function isBlankText(text: string): boolean {
  return /^\uFEFF?[ \t\r\n]*$/.test(text);
}

interface Span {
  start: number;
  end: number;
}

function spansOf(source: string): Span[] {
  return parseFlow(source) ?? spansAroundBroken(source);
}

/**
 * Something in the text cannot be read: reads it stretch by stretch between empty lines. A stretch that opens a tag takes those behind it up
 * to where the tag is closed; when it never is, the broken stretch is one span and reading goes on behind it.
 */
function spansAroundBroken(source: string): Span[] {
  const stretches = stretchesOf(source);
  const spans: Span[] = [];
  for (let at = 0; at < stretches.length; ) {
    const begin = stretches[at]?.start ?? 0;
    const closed = closingStretch(source, stretches, at);
    if (closed) {
      spans.push(...closed.spans.map(({ start, end }) => ({ start: start + begin, end: end + begin })));
      at = closed.next;
      continue;
    }
    let next = at + 1;
    while (next < stretches.length && belongsToBroken(source.slice(stretches[next]?.start, stretches[next]?.end))) next += 1;
    spans.push({ start: begin, end: stretches[next - 1]?.end ?? source.length });
    at = next;
  }
  return spans;
}

const FARTHEST = 80;

function closingStretch(source: string, stretches: Span[], at: number): { spans: Span[]; next: number } | null {
  const begin = stretches[at]?.start ?? 0;
  const opening = source.slice(begin, stretches[at]?.end);
  const alone = parseFlow(opening);
  if (alone) return { spans: alone, next: at + 1 };
  const name = /<([A-Za-z][\w.]*)/.exec(opening)?.[1];
  const isUnread = opening.length > 20_000;
  for (let last = at + 1; name && !isUnread && last < Math.min(stretches.length, at + FARTHEST); last += 1) {
    const added = source.slice(stretches[last]?.start, stretches[last]?.end);
    if (!added.includes(`</${name}`) && !added.includes('/>')) continue;
    const spans = parseFlow(source.slice(begin, stretches[last]?.end));
    if (spans) return { spans, next: last + 1 };
  }
  return null;
}

/** The rest of a torn tag: its end, its parts, or one more stretch that cannot be read by itself. */
function belongsToBroken(stretch: string): boolean {
  const name = /^\s*<\/?([A-Za-z]\w*)/.exec(stretch)?.[1];
  if (/^\s*<\//.test(stretch) || (name && COMPONENTS.get(name)?.stands === 'part')) return true;
  return !name && !/^\s*#/.test(stretch) && parseFlow(stretch) === null;
}

function stretchesOf(source: string): Span[] {
  const spans: Span[] = [];
  let start = /^\uFEFF?[ \t\r\n]*/.exec(source)?.[0].length ?? 0;
  // An empty line ends a stretch; leading spaces of the next line stay with that line.
  for (const match of source.matchAll(/\r?\n(?:[ \t]*\r?\n)+/g)) {
    if (match.index < start) continue;
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (!isBlankText(source.slice(start))) spans.push({ start, end: source.length });
  return spans;
}
