import { isSafeUrl } from '../safe-url.ts';
import { escapeText, writeProp } from './escape-text.ts';
import { type FlowNode, parseFlow } from './parse-flow.ts';

/** A piece of a line of text. `raw` is how it stands in the file; a piece made or changed in the editor has none yet. */
export type Run = { raw?: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'term'; word: string; meaning: string }
  | { kind: 'break' }
  /** Anything else: shown, not edited. */
  | { kind: 'other'; raw: string }
);

/** One line of Markdown in pieces. The pieces' `raw`, put together, are the line again. */
export function readRuns(source: string): Run[] {
  if (source === '') return [];
  // In front of a mark no line is a heading, a list or an import.
  const nodes = parseFlow(`.${source}`);
  const [line, ...more] = nodes ?? [];
  if (line?.type !== 'paragraph' || more.length > 0) return [{ kind: 'other', raw: source }];
  const runs: Run[] = [];
  let at = 1;
  const text = `.${source}`;
  for (const node of line.children) {
    const start = Math.max(node.start, at);
    const raw = text.slice(at, node.end);
    const run = node.type === 'text' ? { kind: 'text' as const, text: textOf(node, start === 1), raw } : { ...readNode(node), raw };
    at = node.end;
    if (raw !== '') runs.push(run);
  }
  const rest = text.slice(at);
  if (rest !== '') runs.push({ kind: 'text', text: rest.replace(/\s+/g, ' '), raw: rest });
  return runs;
}

/** The line as it goes into the file. Pieces that did not change keep their bytes. */
export function writeRuns(runs: Run[]): string {
  const line = runs.map((run, index) => run.raw ?? writeRun(run, index === 0)).join('');
  return runs.some(({ raw }) => raw === undefined) ? escapeStart(line) : line;
}

/** What a reader sees of it, for search, comparison and short names. */
export function plainText(source: string): string {
  return readRuns(source)
    .map((run) => ('text' in run ? run.text : run.kind === 'term' ? run.word : run.kind === 'break' ? ' ' : run.raw))
    .join('')
    .trim();
}

function textOf(node: FlowNode, isFirst: boolean): string {
  const text = node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  return isFirst ? text.slice(1) : text;
}

function readNode(node: FlowNode): Run {
  const [only, ...more] = node.children;
  const words = only?.type === 'text' && more.length === 0 ? only.value.replace(/\s*\n\s*/g, ' ') : null;
  if (node.type === 'strong' && words !== null) return { kind: 'bold', text: words };
  if (node.type === 'link' && words !== null && isSafeUrl(node.url)) return { kind: 'link', text: words, url: node.url };
  if (node.type === 'break') return { kind: 'break' };
  if (node.name === 'Term' && node.children.length === 0) {
    const prop = (name: string) => node.attributes.find((attribute) => attribute.name === name)?.value;
    const [word, meaning] = [prop('word'), prop('meaning')];
    if (typeof word === 'string' && typeof meaning === 'string' && node.attributes.length === 2) return { kind: 'term', word, meaning };
  }
  return { kind: 'other', raw: '' };
}

function writeRun(run: Run, isFirst: boolean): string {
  switch (run.kind) {
    case 'text':
      return escapeText(isFirst ? run.text.trimStart() : run.text);
    case 'bold':
      return writeBold(run.text);
    case 'link':
      return `[${escapeText(run.text)}](<${run.url.replace(/[<>\s]/g, encodeURIComponent)}>)`.replace(/\(<([^()&\\*_]*)>\)$/, '($1)');
    case 'term':
      return `<Term ${writeProp('word', run.word)} ${writeProp('meaning', run.meaning)} />`;
    case 'break':
      return '\\\n';
    case 'other':
      return run.raw;
  }
}

/** Blanks and punctuation at the edge of `**` would keep it from being bold beside a Chinese character, so they stand outside. */
function writeBold(text: string): string {
  const [, before = '', inside = '', after = ''] = /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su.exec(text) ?? [];
  return inside === '' ? escapeText(text) : `${escapeText(before)}**${escapeText(inside)}**${escapeText(after)}`;
}

/** What would make a line something else than text when it stands at the start of a paragraph. */
function escapeStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([-+>])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(import|export)(?=[\s{*'"])/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}
