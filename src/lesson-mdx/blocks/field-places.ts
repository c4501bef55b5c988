import { replaceSpan, setInner } from './edit-element.ts';
import { type BlockView, type ElementView, readBlock, type Span } from './read-block.ts';

/** Which line of text of a block: the whole block when all are absent, else a part, a block inside it, an item of a list. */
export interface FieldPlace {
  part?: number;
  flow?: number;
  item?: number;
}

/** Where the line stands in the block's source; null when the block has no such line (any more). */
export function spanAt(view: BlockView, source: string, place: FieldPlace): Span | null {
  if (view.kind === 'unknown') return view.span;
  if (view.kind === 'heading' || view.kind === 'text') return view.text;
  if (view.kind === 'list') return view.items[place.item ?? 0] ?? null;
  const element = elementAt(view, place.part);
  if (!element) return null;
  const inside = place.flow === undefined ? undefined : element.flow[place.flow];
  if (inside && inside.kind !== 'component') return spanAt(inside, source, place);
  return inside ? null : trimmed(source, element.inner);
}

export function elementAt(view: BlockView, part: number | undefined): ElementView | null {
  if (view.kind !== 'component') return null;
  return part === undefined ? view.element : (view.element.parts[part] ?? null);
}

/** Writes one line of text; everything else in the block keeps its bytes. */
export function writeAt(source: string, place: FieldPlace, text: string): string {
  const view = readBlock(source);
  const element = elementAt(view, place.part);
  if (element?.isSelfClosing) return setInner(source, element, text);
  const span = spanAt(view, source, place);
  if (!span) return source;
  // `##` and `-` need a blank before the first word.
  const needsBlank = span.start > 0 && /[#\-*+.)]/.test(source[span.start - 1] ?? '') && text !== '';
  return replaceSpan(source, span, needsBlank ? ` ${text}` : text);
}

/** A further, empty item behind item `index`, with the mark of the items before it. */
export function addItem(source: string, place: FieldPlace, text = ''): string {
  const span = spanAt(readBlock(source), source, place);
  if (!span) return source;
  const begin = source.lastIndexOf('\n', span.start - 1) + 1;
  const mark = source.slice(begin, span.start).replace(/[^\s\-*+\d.)>]/g, '');
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  return replaceSpan(source, { start: span.end, end: span.end }, `${end}${/\s$/.test(mark) ? mark : `${mark} `}${text}`);
}

/** Takes the item's line away. */
export function removeItem(source: string, place: FieldPlace): string {
  const span = spanAt(readBlock(source), source, place);
  if (!span) return source;
  const begin = source.lastIndexOf('\n', span.start - 1);
  if (begin >= 0) return replaceSpan(source, { start: source[begin - 1] === '\r' ? begin - 1 : begin, end: span.end }, '');
  const next = source.indexOf('\n', span.end);
  return next < 0 ? '' : source.slice(next + 1);
}

function trimmed(source: string, { start, end }: Span): Span {
  const inside = source.slice(start, end);
  const before = /^\s*/.exec(inside)?.[0].length ?? 0;
  return before === inside.length ? { start, end } : { start: start + before, end: start + inside.trimEnd().length };
}
