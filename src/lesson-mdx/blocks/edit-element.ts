import { COMPONENTS } from '../components/index.ts';
import { writeProp } from './escape-text.ts';
import type { ElementView, Span } from './read-block.ts';

/** The source with one stretch of it written anew; nothing else changes. */
export function replaceSpan(source: string, { start, end }: Span, text: string): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** Writes one prop of the element, or takes it away (null). The other props keep their bytes, their order and their quotes. */
export function setProp(source: string, element: ElementView, name: string, value: string | true | null): string {
  const written = element.props[name];
  if (value === null) {
    if (!written) return source;
    const before = /\s*$/.exec(source.slice(element.start, written.start))?.[0].length ?? 0;
    return replaceSpan(source, { start: written.start - before, end: written.end }, '');
  }
  if (written && written.value === value) return source;
  if (!written)
    return replaceSpan(source, { start: element.tagEnd, end: element.tagEnd }, ` ${value === true ? name : writeProp(name, value)}`);
  const quote = source[written.end - 1] === "'" ? "'" : '"';
  return replaceSpan(source, written, value === true ? name : writeProp(name, value, quote));
}

/** Writes what stands between the tags. A self-closing element is opened for it. */
export function setInner(source: string, element: ElementView, text: string): string {
  if (!element.isSelfClosing) return replaceSpan(source, element.inner, text);
  const end = source.lastIndexOf('/>', element.end);
  return replaceSpan(source, { start: end, end: element.end }, `>${text}</${element.name}>`).replace(/ >/, '>');
}

/** A further part behind the last, laid out as the one before it is. */
export function addPart(source: string, element: ElementView, part: string): string {
  const last = element.parts.at(-1);
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  if (!last) return setInner(source, element, `${end}  ${part}${end}`);
  const previous = element.parts.at(-2);
  const between = previous ? source.slice(previous.end, last.start) : (/\s*$/.exec(source.slice(0, last.start))?.[0] ?? end);
  return replaceSpan(source, { start: last.end, end: last.end }, `${between === '' ? `${end}  ` : between}${part}`);
}

export function removePart(source: string, element: ElementView, index: number): string {
  const part = element.parts[index];
  if (!part) return source;
  const previousEnd = element.parts[index - 1]?.end ?? null;
  const next = element.parts[index + 1];
  if (previousEnd !== null) return replaceSpan(source, { start: previousEnd, end: part.end }, '');
  return replaceSpan(source, { start: part.start, end: next?.start ?? part.end }, '');
}

/** Changes the places of two neighbouring parts; what stands between them stays. */
export function swapParts(source: string, element: ElementView, index: number): string {
  const [one, other] = [element.parts[index], element.parts[index + 1]];
  if (!one || !other) return source;
  const between = source.slice(one.end, other.start);
  return replaceSpan(
    source,
    { start: one.start, end: other.end },
    source.slice(other.start, other.end) + between + source.slice(one.start, one.end),
  );
}

/** The part an element of this name holds, as `Choice` for `SingleChoice`. */
export function partName(name: string): string | null {
  const holds = COMPONENTS.get(name)?.holds;
  return typeof holds === 'object' && 'parts' in holds ? holds.parts : null;
}
