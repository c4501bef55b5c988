import { alignBlocks, type Row as Places } from '../../../lesson-mdx/blocks/align-blocks.ts';
import { type Block, type NewKey, splitBlocks } from '../../../lesson-mdx/blocks/block-text.ts';
import { insertBlocks, lineEnd, moveBlock, removeBlock, rewriteBlock } from '../../../lesson-mdx/blocks/change-blocks.ts';
import { copyStructure, shareSettings } from '../../../lesson-mdx/blocks/copy-structure.ts';
import { setProp } from '../../../lesson-mdx/blocks/edit-element.ts';
import { freeId, newBlock } from '../../../lesson-mdx/blocks/new-block.ts';
import { readBlock, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import { type StudioText, withBlocks } from './studio-text.ts';

/** A row of the editor: the same block in both languages, by key; null where a language lacks it. */
export type RowKeys = Record<Language, string | null>;

const BOTH: readonly Language[] = ['zh', 'en'];
export const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

export function rowsOf(text: StudioText): Places[] {
  return alignBlocks(text.zh.blocks.blocks, text.en.blocks.blocks);
}

export function blockOf(text: StudioText, language: Language, key: string | null): Block | null {
  return text[language].blocks.blocks.find((block) => block.key === key) ?? null;
}

/** Rewrites one language's block. */
export function rewrite(text: StudioText, language: Language, key: string, write: (source: string) => string): StudioText {
  const block = blockOf(text, language, key);
  return block ? withBlocks(text, language, rewriteBlock(text[language].blocks, key, write(block.source))) : text;
}

/** Rewrites the block in one language and brings ids, files and answers to the other. */
export function rewriteShared(text: StudioText, row: RowKeys, lead: Language, write: (source: string) => string): StudioText {
  const [key, otherKey] = [row[lead], row[other(lead)]];
  if (!key) return text;
  const written = rewrite(text, lead, key, write);
  const from = blockOf(written, lead, key);
  return from && otherKey ? rewrite(written, other(lead), otherKey, (source) => shareSettings(from.source, source)) : written;
}

/** The same change in both languages, as a further choice. */
export function rewriteBoth(text: StudioText, row: RowKeys, write: (source: string) => string): StudioText {
  return BOTH.reduce((so, language) => (row[language] ? rewrite(so, language, row[language] ?? '', write) : so), text);
}

/** A new empty block in both languages behind this row (null: in front of everything). Answers the new row's keys too. */
export function addRow(text: StudioText, after: RowKeys | null, kind: string, newKey: NewKey): { text: StudioText; row: RowKeys } {
  const source = newBlock(kind, freeId(questionIds(text), 'q'), lineEnd(text.zh.blocks));
  return BOTH.reduce<{ text: StudioText; row: RowKeys }>(
    (so, language) => {
      const blocks = so.text[language].blocks;
      const next = insertBlocks(blocks, placeBehind(so.text, after, language), [source], newKey);
      const added = next.blocks.find(({ key }) => !blocks.blocks.some((block) => block.key === key));
      return { text: withBlocks(so.text, language, next), row: { ...so.row, [language]: added?.key ?? null } };
    },
    { text, row: { zh: null, en: null } },
  );
}

/** Blocks that came from outside, in one language, behind this row. */
export function addSources(text: StudioText, after: RowKeys | null, language: Language, sources: string[], newKey: NewKey): StudioText {
  return withBlocks(text, language, insertBlocks(text[language].blocks, placeBehind(text, after, language), sources, newKey));
}

export function removeRow(text: StudioText, row: RowKeys): StudioText {
  return BOTH.reduce((so, language) => {
    const index = indexOf(so, language, row[language]);
    return index < 0 ? so : withBlocks(so, language, removeBlock(so[language].blocks, index));
  }, text);
}

/** The row again, behind itself; a question gets an id of its own, the same in both languages. */
export function duplicateRow(text: StudioText, row: RowKeys, newKey: NewKey): StudioText {
  const id = freeId(questionIds(text), 'q');
  return BOTH.reduce((so, language) => {
    const block = blockOf(so, language, row[language]);
    return block ? addSources(so, row, language, [withId(block.source, id)], newKey) : so;
  }, text);
}

/** Moves the row by one or to the place of another row. Neighbours in each language are those of the rows. */
export function moveRow(text: StudioText, row: RowKeys, target: RowKeys, side: 'before' | 'after'): StudioText {
  return BOTH.reduce((so, language) => {
    const from = indexOf(so, language, row[language]);
    const gap = gapAt(text, target, side, language);
    return from < 0 ? so : withBlocks(so, language, moveBlock(so[language].blocks, from, from < gap ? gap - 1 : gap));
  }, text);
}

/** How many blocks of the language stand in front of this place between two rows, whether or not the row beside it is there. */
function gapAt(text: StudioText, target: RowKeys, side: 'before' | 'after', language: Language): number {
  const rows = rowsOf(text);
  const lead: Language = target.zh === null ? 'en' : 'zh';
  const at = rows.findIndex((places) => places[lead] !== null && text[lead].blocks.blocks[places[lead]]?.key === target[lead]);
  const above = side === 'before' ? Math.max(at, 0) : at + 1;
  return rows.slice(0, above).filter((places) => places[language] !== null).length;
}

/** Puts what a language lacks into its place: the same structure, the words left to be written. */
export function copyAcross(text: StudioText, from: Language, row: RowKeys, before: RowKeys | null, newKey: NewKey): StudioText {
  const block = blockOf(text, from, row[from]);
  return block ? addSources(text, before, other(from), [copyStructure(block.source)], newKey) : text;
}

/** A block shown as it is was edited: once it can be read, it is the blocks it says it is. */
export function rereadBlock(text: StudioText, language: Language, key: string, newKey: NewKey): StudioText {
  const blocks = text[language].blocks;
  const index = blocks.blocks.findIndex((block) => block.key === key);
  const block = blocks.blocks[index];
  if (!block) return text;
  const split = splitBlocks(block.source, newKey).blocks;
  if (split.length < 2 && split[0]?.source === block.source) return text;
  const last = split.at(-1);
  if (last) split[split.length - 1] = { ...last, gap: block.gap };
  return withBlocks(text, language, { ...blocks, blocks: blocks.blocks.toSpliced(index, 1, ...split) });
}

export function questionIds(text: StudioText): string[] {
  return BOTH.flatMap((language) =>
    text[language].blocks.blocks.flatMap((block) => {
      const view = viewBlock(block);
      const id = view.kind === 'component' ? view.element.props.id?.value : undefined;
      return typeof id === 'string' ? [id] : [];
    }),
  );
}

function placeBehind(text: StudioText, row: RowKeys | null, language: Language): number {
  if (row === null) return 0;
  const own = indexOf(text, language, row[language]);
  if (own >= 0) return own + 1;
  // The row is missing here: behind the nearest row above that is there.
  const rows = rowsOf(text);
  const lead = other(language);
  const at = rows.findIndex((places) => places[lead] !== null && text[lead].blocks.blocks[places[lead]]?.key === row[lead]);
  const above = rows.slice(0, Math.max(at, 0)).findLast((places) => places[language] !== null);
  return above ? (above[language] ?? 0) + 1 : 0;
}

function indexOf(text: StudioText, language: Language, key: string | null): number {
  return key === null ? -1 : text[language].blocks.blocks.findIndex((block) => block.key === key);
}

function withId(source: string, id: string): string {
  const view = readBlock(source);
  if (view.kind !== 'component' || !COMPONENTS.get(view.element.name)?.question) return source;
  return setProp(source, view.element, 'id', id);
}
