import type { NewKey } from '../../../lesson-mdx/blocks/block-text.ts';
import { setProp } from '../../../lesson-mdx/blocks/edit-element.ts';
import { readBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import { addRow, type RowKeys, rewriteBoth } from '../text/row-edits.ts';
import type { StudioText } from '../text/studio-text.ts';

/** A block of that kind with this file, in both languages, behind the row. Answers the new row's keys too. */
export function addFileRow(
  text: StudioText,
  after: RowKeys | null,
  kind: 'Figure' | 'Video' | 'Audio',
  file: string,
  newKey: NewKey,
): { text: StudioText; row: RowKeys } {
  const added = addRow(text, after, kind, newKey);
  const withFile = (source: string) => {
    const view = readBlock(source);
    return view.kind === 'component' ? setProp(source, view.element, 'src', file) : source;
  };
  return { text: rewriteBoth(added.text, added.row, withFile), row: added.row };
}
