import { type LessonNode, parseMdx } from '../../src/lesson-mdx/parse-mdx.ts';
import type { Place } from '../../src/lesson-mdx/problems.ts';

/** A sentence a farmer reads or hears, and where its text begins in the file. */
export interface Sentence extends Place {
  text: string;
}

/** What is shown or spoken. Ids and file names are not text; alternative texts describe a picture to those who do not see it. */
const SPOKEN_PROPS = new Set([
  'prompt',
  'feedback',
  'feedbackRight',
  'feedbackWrong',
  'feedbackTrue',
  'feedbackFalse',
  'caption',
  'title',
  'right',
  'wrong',
  'left',
  'meaning',
]);
const INLINE = new Set(['text', 'strong', 'emphasis', 'link', 'break', 'mdxJsxTextElement']);
/** Where a spoken sentence ends. */
const END = { zh: /[。！？；\n]/, en: /[.!?;](?=\s|$)|\n/ };

/** Every sentence of a page, in order, and the words its `<Term>`s explain. A term in a sentence is its word; its meaning is a sentence of its own. */
export function sentencesOf(source: string, language: 'zh' | 'en'): { sentences: Sentence[]; terms: string[] } {
  const parsed = parseMdx('', source);
  const sentences: Sentence[] = [];
  const terms: string[] = [];
  if (parsed.ok) read(parsed.root);
  return { sentences, terms };

  function read(node: LessonNode): void {
    for (const { name = '', value, position } of node.attributes ?? []) {
      if (typeof value !== 'string') continue;
      if (node.name === 'Term' && name === 'word') terms.push(value);
      if (SPOKEN_PROPS.has(name)) split(value, position?.start);
    }
    const children = node.children ?? [];
    if (children.some((child) => INLINE.has(child.type))) split(wordsOf(node), node.position?.start);
    for (const child of children) read(child);
  }

  function wordsOf(node: LessonNode): string {
    if (node.name === 'Term')
      return node.attributes?.flatMap(({ name, value }) => (name === 'word' && typeof value === 'string' ? [value] : []))[0] ?? '';
    if (node.type === 'break') return '\n';
    return (
      node.value ??
      (node.children ?? [])
        .filter((child) => INLINE.has(child.type))
        .map(wordsOf)
        .join('')
    );
  }

  function split(text: string, place: Place = { line: 1, column: 1 }): void {
    for (const part of text.split(END[language]))
      if (/[\p{L}\p{N}]/u.test(part)) sentences.push({ text: part.trim(), line: place.line, column: place.column });
  }
}
