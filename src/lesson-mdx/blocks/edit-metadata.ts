import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml';

export type Path = readonly (string | number)[];

/** lesson.yaml as a plain value for the forms, or null while it is no YAML (then only its source can be edited). */
export function readMetadataValue(source: string): Record<string, unknown> | null {
  const document = parseDocument(source);
  if (document.errors.length > 0) return null;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Writes one value. A value that is there is replaced in its own bytes; anything else is added by the document, comments and order kept. */
export function setMetadata(source: string, path: Path, value: unknown): string {
  const document = parseDocument(source);
  if (document.errors.length > 0) return source;
  const node = document.getIn(path, true);
  if (isScalar(node) && node.value === value) return source;
  if (isScalar(node) && node.range && isPlain(value) && node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL' && !node.anchor) {
    const [start, end] = node.range;
    const written = source.slice(0, start) + scalar(value) + source.slice(end);
    if (holds(written, path, value)) return written;
  }
  return rewritten(source, document, () => document.setIn(path, value));
}

/** Adds an item at the end of a list, in the way the list is written. */
export function addToMetadata(source: string, path: Path, item: unknown): string {
  const document = parseDocument(source);
  if (document.errors.length > 0) return source;
  const list = document.getIn(path, true);
  const last = isSeq(list) && !list.flow ? list.items.at(-1) : undefined;
  if (isSeq(list) && last && (isScalar(last) || isMap(last)) && last.range) {
    const end = source.includes('\r\n') ? '\r\n' : '\n';
    const begin = source.lastIndexOf('\n', last.range[0]) + 1;
    const indent = /^[ \t]*/.exec(source.slice(begin))?.[0] ?? '';
    const lines = stringify([item], { lineWidth: 0 })
      .trimEnd()
      .split('\n')
      .map((line) => indent + line);
    const at = lineEndAt(source, last.range[1]);
    const written = `${source.slice(0, at)}${end}${lines.join(end)}${source.slice(at)}`;
    if (holds(written, [...path, list.items.length], item)) return written;
  }
  return rewritten(source, document, () => (isSeq(list) ? document.addIn(path, item) : document.setIn(path, [item])));
}

/** Takes away a key or an item; the lines around it keep their bytes when it stands on lines of its own. */
export function removeFromMetadata(source: string, path: Path): string {
  const document = parseDocument(source);
  if (document.errors.length > 0 || !document.hasIn(path)) return source;
  return rewritten(source, document, () => document.deleteIn(path));
}

/** Which value stands at this character: `['objectives', 1, 'zh']`; empty for the whole of it. */
export function metadataPathAt(source: string, offset: number): Path {
  const path: (string | number)[] = [];
  let node: unknown = parseDocument(source).contents;
  for (;;) {
    const inside = partsOf(node).find(({ value }) => isNode(value) && value.range && offset >= value.range[0] && offset <= value.range[1]);
    if (!inside) return path;
    path.push(inside.key);
    node = inside.value;
  }
}

function partsOf(node: unknown): { key: string | number; value: unknown }[] {
  if (isSeq(node)) return node.items.map((value, key) => ({ key, value }));
  return isMap(node) ? node.items.map(({ key, value }) => ({ key: String(key), value })) : [];
}

/** The document written anew, line by line: lines that say the same keep their bytes, also their line ends. */
function rewritten(source: string, document: Document, change: () => unknown): string {
  const before = document.toString({ lineWidth: 0 }).split('\n');
  change();
  const after = document.toString({ lineWidth: 0 }).split('\n');
  const lines = source.split('\n');
  if (before.length !== lines.length) return after.join(source.includes('\r\n') ? '\r\n' : '\n');
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const end = source.includes('\r\n') ? '\r' : '';
  const middle = after.slice(head, after.length - tail).map((line) => line + end);
  return [...lines.slice(0, head), ...middle, ...lines.slice(lines.length - tail)].join('\n');
}

/** The end of the line on which the last words before `offset` stand. */
function lineEndAt(source: string, offset: number): number {
  const words = source.slice(0, offset).trimEnd().length;
  const rest = source.slice(words).search(/\r?\n/);
  return rest < 0 ? source.length : words + rest;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function scalar(value: unknown): string {
  const text = stringify(value, { lineWidth: 0 }).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function holds(source: string, path: Path, value: unknown): boolean {
  const written = readMetadataValue(source);
  return written !== null && JSON.stringify(pick(written, path)) === JSON.stringify(value);
}

function pick(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}
