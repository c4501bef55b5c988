import type { StudioWords } from '../../../i18n/studio/words.ts';
import { writeRuns } from '../../../lesson-mdx/blocks/inline-runs.ts';
import { type PastedBlocks, wordBlocks } from './word-blocks.ts';

const MOST = 200_000;
const LARGEST_PAGE = 5_000_000;

/** What is on the clipboard as blocks; null when it is only words for the line the cursor is in. */
export function pasteBlocks(data: DataTransfer): { sources: string[]; note(words: StudioWords): string } | null {
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  const isPage = html !== '' && html.length <= LARGEST_PAGE;
  const pasted = isPage ? wordBlocks(html) : { sources: paragraphs(text), leftOut: nothing() };
  const wasLong = text.length > MOST || html.length > LARGEST_PAGE;
  const sources = upTo(pasted.sources, MOST);
  const lost = Object.values(pasted.leftOut).some((count) => count > 0);
  if (sources.length < 2 && !lost && !wasLong && !/^(?:#|- |1\. )/.test(sources[0] ?? '')) return null;
  return { sources, note: (words) => note(words, sources.length, pasted.leftOut, wasLong) };
}

function note(words: StudioWords, count: number, leftOut: PastedBlocks['leftOut'], wasLong: boolean): string {
  const parts = (Object.keys(leftOut) as (keyof typeof leftOut)[])
    .filter((what) => leftOut[what] > 0)
    .map((what) => words.paste[what](leftOut[what]));
  const sentences = [words.paste.note(count)];
  if (parts.length > 0) sentences.push(`${words.paste.leftOut}${parts.join('; ')}`);
  if (wasLong) sentences.push(words.paste.tooLong);
  return sentences.join(' ');
}

function paragraphs(text: string): string[] {
  return text
    .slice(0, MOST)
    .split(/\r?\n\s*\r?\n|\r?\n/)
    .map((line) => writeRuns([{ kind: 'text', text: line.trim() }]))
    .filter((line) => line !== '');
}

function upTo(sources: string[], most: number): string[] {
  let length = 0;
  return sources.filter((source) => {
    length += source.length;
    return length <= most;
  });
}

function nothing(): PastedBlocks['leftOut'] {
  return { pictures: 0, tables: 0, scripts: 0, links: 0, other: 0 };
}
