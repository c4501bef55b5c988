import { type RowKeys, rowsOf } from './row-edits.ts';
import type { StudioText } from './studio-text.ts';

/** The rows of the editor, in order, by the keys of their blocks. */
export function rowKeys(text: StudioText): RowKeys[] {
  return rowsOf(text).map(({ zh, en }) => ({
    zh: zh === null ? null : (text.zh.blocks.blocks[zh]?.key ?? null),
    en: en === null ? null : (text.en.blocks.blocks[en]?.key ?? null),
  }));
}
