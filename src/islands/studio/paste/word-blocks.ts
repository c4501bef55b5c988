import { type Run, writeRuns } from '../../../lesson-mdx/blocks/inline-runs.ts';
import { isSafeUrl } from '../../../lesson-mdx/safe-url.ts';

/** What a pasted page became, and how much of it could not come along. */
export interface PastedBlocks {
  sources: string[];
  leftOut: Record<'pictures' | 'tables' | 'scripts' | 'links' | 'other', number>;
}

const SCRIPTS = new Set(['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT', 'EMBED', 'TEMPLATE', 'NOSCRIPT', 'FORM', 'INPUT', 'BUTTON']);
const PICTURES = new Set(['IMG', 'SVG', 'PICTURE', 'V:IMAGEDATA', 'VIDEO', 'CANVAS']);
const CONTAINERS = new Set([
  'BODY',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'HEADER',
  'FOOTER',
  'BLOCKQUOTE',
  'CENTER',
  'SPAN',
  'O:P',
  'FONT',
  'FIGURE',
]);

/** A page from Word or the web as blocks: headings, paragraphs, lists, bold and safe links. A table becomes a list of its rows. */
export function wordBlocks(html: string): PastedBlocks {
  // An inert document: nothing in it runs or is fetched.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pasted: PastedBlocks = { sources: [], leftOut: { pictures: 0, tables: 0, scripts: 0, links: 0, other: 0 } };
  readInside(page.body, pasted);
  return { ...pasted, sources: joinLists(pasted.sources) };
}

function readInside(parent: Element, pasted: PastedBlocks): void {
  let runs: Run[] = [];
  const flush = () => {
    addText(runs, pasted);
    runs = [];
  };
  for (const node of parent.childNodes) {
    if (node instanceof Element && isBlock(node)) {
      flush();
      readBlockElement(node, pasted);
    } else runs.push(...runsOf(node, pasted));
  }
  flush();
}

function readBlockElement(element: Element, pasted: PastedBlocks): void {
  const name = element.tagName.toUpperCase();
  if (/^H[1-6]$/.test(name)) {
    const line = lineOf(element, pasted);
    if (line) pasted.sources.push(`${name < 'H3' ? '##' : '###'} ${line}`);
  } else if (name === 'UL' || name === 'OL') {
    addItems(element, pasted);
  } else if (name === 'TABLE') {
    pasted.leftOut.tables += 1;
    // A table inside a cell is part of what the cell says.
    const own = (selector: string) => [...element.querySelectorAll(selector)].filter((each) => each.closest('table') === element);
    for (const row of own('tr')) {
      const cells = own('td, th').filter((cell) => cell.parentElement === row);
      addItem(
        cells
          .map((cell) => lineOf(cell, pasted))
          .filter(Boolean)
          .join(' · '),
        false,
        pasted,
      );
    }
  } else if (isWordListItem(element)) {
    const line = lineOf(element, pasted);
    addItem(line.replace(/^(?:\\?[·•o§\-*]|\d+\\?[.)、])\s*/, ''), /^\d/.test(line), pasted);
  } else readInside(element, pasted);
}

/** Items one after the other; a list inside an item comes behind it. */
function addItems(list: Element, pasted: PastedBlocks): void {
  for (const item of list.children) {
    if (isList(item)) {
      addItems(item, pasted);
      continue;
    }
    const inside = [...item.children].filter(isList);
    for (const each of inside) each.remove();
    addItem(lineOf(item, pasted), list.tagName === 'OL', pasted);
    for (const each of inside) addItems(each, pasted);
  }
}

function isList(element: Element): boolean {
  return element.tagName === 'UL' || element.tagName === 'OL';
}

function isBlock(element: Element): boolean {
  const name = element.tagName.toUpperCase();
  if (/^(?:H[1-6]|P|UL|OL|TABLE|DIV|SECTION|ARTICLE|MAIN|HEADER|FOOTER|BLOCKQUOTE|CENTER|FIGURE|PRE|DL|DT|DD|LI)$/.test(name)) return true;
  return CONTAINERS.has(name) && element.querySelector('p, h1, h2, h3, ul, ol, table, div') !== null;
}

/** Word writes list items as paragraphs of this class. */
function isWordListItem(element: Element): boolean {
  return /MsoListParagraph/.test(element.className) || /mso-list:/.test(element.getAttribute('style') ?? '');
}

function runsOf(node: Node, pasted: PastedBlocks, isBold = false): Run[] {
  if (node instanceof Text) {
    const text = node.data.replace(/[\s\u00A0]+/g, ' ');
    return text === '' ? [] : [{ kind: isBold ? 'bold' : 'text', text }];
  }
  if (!(node instanceof Element)) return [];
  const name = node.tagName.toUpperCase();
  if (SCRIPTS.has(name)) {
    pasted.leftOut.scripts += 1;
    return [];
  }
  if (PICTURES.has(name)) {
    pasted.leftOut.pictures += 1;
    return [];
  }
  if (name === 'BR') return [{ kind: 'text', text: ' ' }];
  if (name === 'A') {
    const url = node.getAttribute('href') ?? '';
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '' && isSafeUrl(url) && node.querySelector('img') === null) return [{ kind: 'link', text, url }];
    if (url !== '' && !url.startsWith('#')) pasted.leftOut.links += 1;
  }
  const bold = isBold || name === 'B' || name === 'STRONG';
  const runs = [...node.childNodes].flatMap((child) => runsOf(child, pasted, bold));
  // Two paragraphs of one cell or item stay two words.
  return /^(?:P|DIV|LI|TR|TD|TH)$/.test(name) ? [{ kind: 'text', text: ' ' }, ...runs] : runs;
}

function lineOf(element: Element, pasted: PastedBlocks): string {
  return writeRuns(trimmed([...element.childNodes].flatMap((node) => runsOf(node, pasted))));
}

function addText(runs: Run[], pasted: PastedBlocks): void {
  const line = writeRuns(trimmed(runs));
  if (line.trim() !== '') pasted.sources.push(line.trim());
}

function addItem(line: string, isOrdered: boolean, pasted: PastedBlocks): void {
  if (line.trim() !== '') pasted.sources.push(`${isOrdered ? '1.' : '-'} ${line.trim()}`);
}

/** Neighbouring pieces of the same kind as one, without blanks at the ends. */
function trimmed(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if ((run.kind === 'text' || run.kind === 'bold') && last?.kind === run.kind)
      joined[joined.length - 1] = { ...last, text: (last.text + run.text).replace(/ {2,}/g, ' ') };
    else joined.push(run);
  }
  const [first, last] = [joined[0], joined.at(-1)];
  if (first?.kind === 'text') first.text = first.text.trimStart();
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  return joined;
}

/** Items that follow one another are one list. */
function joinLists(sources: string[]): string[] {
  const joined: string[] = [];
  for (const source of sources) {
    const mark = /^(?:-|1\.) /.exec(source)?.[0];
    const last = joined.at(-1);
    if (mark && last?.startsWith(mark)) joined[joined.length - 1] = `${last}\n${source}`;
    else joined.push(source);
  }
  return joined;
}
