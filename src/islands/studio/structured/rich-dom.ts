import { type Run, readRuns, writeRuns } from '../../../lesson-mdx/blocks/inline-runs.ts';

/** What each piece on the screen was made from: a piece that is still as it was keeps its bytes. */
const made = new WeakMap<Node, Run>();

/** Puts one line of Markdown on the screen as words, bold, links and explained terms. No markup of the text is ever taken as HTML. */
export function drawLine(line: HTMLElement, source: string): void {
  line.replaceChildren(...readRuns(source).map(drawRun));
}

/** The line on the screen as Markdown. */
export function readLine(line: HTMLElement): string {
  const runs: Run[] = [];
  for (const node of line.childNodes) {
    const isFiller = node.nodeName === 'BR' && node === line.lastChild;
    if (!isFiller) runs.push(...runsOf(node));
  }
  return writeRuns(runs);
}

/** Puts a piece in the place of what was marked. Inside bold words or a link it parts them: pieces hold no pieces. */
export function putRun(line: HTMLElement, place: Range, run: Run): void {
  place.deleteContents();
  const node = drawRun(run);
  const around = [...line.children].find((child) => child.contains(place.startContainer));
  if (around) {
    const rest = document.createRange();
    rest.setStart(place.startContainer, place.startOffset);
    rest.setEndAfter(around);
    around.after(node, rest.extractContents());
    for (const half of [around, node.nextSibling]) if (half instanceof HTMLElement && half.textContent === '') half.remove();
  } else place.insertNode(node);
  line.focus();
  getSelection()?.collapse(line, [...line.childNodes].indexOf(node as ChildNode) + 1);
}

function drawRun(run: Run): Node {
  const node = elementOf(run);
  made.set(node, run);
  return node;
}

function elementOf(run: Run): Node {
  switch (run.kind) {
    case 'text':
      return document.createTextNode(run.text);
    case 'bold':
      return withText('b', run.text);
    case 'link': {
      const link = withText('a', run.text);
      link.setAttribute('href', run.url);
      return link;
    }
    case 'term': {
      const chip = withText('span', run.word, 'chip term');
      chip.append(withText('span', `（${run.meaning}）`, 'meaning'));
      return chip;
    }
    case 'break':
      return document.createElement('br');
    case 'other':
      return withText('span', run.raw, 'chip other');
  }
}

function withText(name: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  if (className.startsWith('chip')) element.contentEditable = 'false';
  if (className) element.className = className;
  return element;
}

function runsOf(node: Node): Run[] {
  const before = made.get(node);
  const text = (node.textContent ?? '').replaceAll('\u00A0', ' ').replaceAll('\u200B', '');
  if (node instanceof Text)
    return text === '' ? [] : [before?.kind === 'text' && before.text === node.data ? before : { kind: 'text', text }];
  if (!(node instanceof HTMLElement)) return [];
  if (before && node.classList.contains('chip')) return [before];
  if (node.nodeName === 'BR') return [before ?? { kind: 'break' }];
  if (node.nodeName === 'B' || node.nodeName === 'STRONG')
    return text === '' ? [] : [before?.kind === 'bold' && before.text === text ? before : { kind: 'bold', text }];
  const url = node.getAttribute('href');
  if (node.nodeName === 'A' && url)
    return text === '' ? [] : [before?.kind === 'link' && before.text === text ? before : { kind: 'link', text, url }];
  return [...node.childNodes].flatMap(runsOf);
}
