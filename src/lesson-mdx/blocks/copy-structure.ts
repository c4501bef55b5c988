import { COMPONENTS } from '../components/index.ts';
import { replaceSpan, setProp } from './edit-element.ts';
import { type BlockView, type ElementView, readBlock } from './read-block.ts';

/** The block for the other language: the same ids, pictures, answers and parts, with the words left out for somebody to write. */
export function copyStructure(source: string): string {
  const view = readBlock(source);
  if (view.kind === 'unknown') return source;
  if (view.kind === 'text') return '';
  if (view.kind === 'heading') return `${'#'.repeat(view.depth)} `;
  if (view.kind === 'list') return emptied(source, view.items);
  return emptyElement(source, view.element);
}

/** Brings what both languages must share (ids, files, answers, which choice is right) from one block to the other, leaving its words. */
export function shareSettings(from: string, to: string): string {
  const [one, other] = [readBlock(from), readBlock(to)];
  if (one.kind !== 'component' || other.kind !== 'component' || one.element.name !== other.element.name) return to;
  return shareElement(one.element, other.element, to);
}

const OWN_TO_A_LANGUAGE = new Set(['text', 'sound', 'captions']);

/** Whether the prop says the same in every language; words, recordings and captions do not. */
export function isShared(component: string, prop: string): boolean {
  const holds = COMPONENTS.get(component)?.props[prop]?.holds;
  return holds !== undefined && !OWN_TO_A_LANGUAGE.has(holds);
}

function shareElement(from: ElementView, to: ElementView, source: string): string {
  let text = source;
  const pairs: [ElementView, ElementView][] =
    from.parts.length === to.parts.length ? from.parts.map((part, at) => [part, to.parts[at] ?? part]) : [];
  // From the end, so that the places in front stay right.
  for (const [one, other] of [...pairs.toReversed(), [from, to] as const]) {
    const names = Object.keys(COMPONENTS.get(one.name)?.props ?? {}).filter((name) => isShared(one.name, name));
    const changes = names.filter((name) => one.props[name]?.value !== other.props[name]?.value);
    changes.sort((a, b) => (other.props[b]?.start ?? other.tagEnd) - (other.props[a]?.start ?? other.tagEnd));
    for (const name of changes) text = setProp(text, other, name, one.props[name]?.value ?? null);
  }
  return text;
}

function emptyElement(source: string, element: ElementView): string {
  let text = source;
  for (const each of [...element.parts.toReversed(), element]) {
    if (each.parts.length === 0) text = emptyInside(text, each);
    const words = Object.entries(each.props).filter(([name]) => COMPONENTS.get(each.name)?.props[name] && !isShared(each.name, name));
    for (const [name] of words.sort(([, a], [, b]) => b.start - a.start)) text = setProp(text, each, name, '');
  }
  return text;
}

function emptyInside(source: string, element: ElementView): string {
  if (element.isSelfClosing) return source;
  const spans = element.flow.flatMap(spansOf);
  const list = element.flow.find((view) => view.kind === 'list');
  if (list && element.flow.length === 1) return emptied(source, spans);
  return replaceSpan(source, element.inner, '');
}

function spansOf(view: BlockView) {
  return view.kind === 'list' ? view.items : [];
}

function emptied(source: string, spans: { start: number; end: number }[]): string {
  return spans.toReversed().reduce((text, span) => replaceSpan(text, span, ''), source);
}
