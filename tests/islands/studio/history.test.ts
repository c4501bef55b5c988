import { expect, it } from 'vitest';
import { beginHistory, change, redo, undo } from '../../../src/islands/studio/text/history.ts';
import { addRow, copyAcross, duplicateRow, moveRow, questionIds, removeRow, rewrite } from '../../../src/islands/studio/text/row-edits.ts';
import { rowKeys } from '../../../src/islands/studio/text/row-keys.ts';
import { filesOf, freshBlocks, openText, withSource } from '../../../src/islands/studio/text/studio-text.ts';

const FILES = {
  metadata: 'minutes: 3\n',
  zh: '# 课\n\n简介\n\n<Tip>一</Tip>\n\n<TrueFalse id="q1" objective="o" prompt="对吗" answer="true" feedbackTrue="对" feedbackFalse="错" />\n',
  en: '# Lesson\n\nSummary\n\n<TrueFalse id="q1" objective="o" prompt="So?" answer="true" feedbackTrue="yes" feedbackFalse="no" />\n',
};
function opened() {
  let last = 0;
  const newKey = () => String(++last);
  return { text: openText(FILES, newKey), newKey };
}

it('undo and redo go through everything, and typing in one field is one step', () => {
  const { text } = opened();
  const key = text.zh.blocks.blocks[1]?.key ?? '';
  let history = beginHistory(text);
  for (const [index, words] of ['简', '简短', '简短些'].entries())
    history = change(
      history,
      rewrite(history.present, 'zh', key, () => words),
      key,
      1000 + index * 100,
    );
  history = change(history, withSource(history.present, 'metadata', 'minutes: 4\n'), null, 2000);
  expect(history.past.length).toBe(2);
  const back = undo(undo(history));
  expect(filesOf(back.present)).toEqual(FILES);
  expect(filesOf(redo(redo(back)).present)).toEqual(filesOf(history.present));
  expect(undo(back)).toBe(back);
  expect(redo(history)).toBe(history);
});

it('a row added, copied, moved and deleted stays a row in both languages', () => {
  const { text, newKey } = opened();
  const rows = rowKeys(text);
  expect(rows.map(({ en }) => en !== null)).toEqual([true, true, false, true]);
  const [, summary, tip, question] = rows;
  if (!summary || !tip || !question) throw new Error('rows are missing');
  const copied = copyAcross(text, 'zh', tip, tip, newKey);
  expect(filesOf(copied).en).toBe(FILES.en.replace('Summary\n', 'Summary\n\n<Tip></Tip>\n'));
  const twice = duplicateRow(copied, question, newKey);
  expect(questionIds(twice)).toEqual(['q1', 'q2', 'q1', 'q2']);
  const added = addRow(text, summary, 'MultipleChoice', newKey);
  expect(rowKeys(added.text).map(({ zh, en }) => zh !== null && en !== null)).toEqual([true, true, true, false, true]);
  const moved = moveRow(text, question, summary, 'before');
  expect(filesOf(moved).en.indexOf('<TrueFalse')).toBeLessThan(filesOf(moved).en.indexOf('Summary'));
  // Behind a row that English lacks it stands in the same place there.
  const behind = moveRow(text, summary, tip, 'after');
  expect(filesOf(behind).zh.indexOf('<Tip>')).toBeLessThan(filesOf(behind).zh.indexOf('简介'));
  expect(filesOf(behind).en).toBe(FILES.en);
  expect(filesOf(moveRow(moved, question, tip, 'after')).en).toBe(FILES.en);
  expect(filesOf(removeRow(added.text, added.row))).toEqual(FILES);
});

it('a text edited as source has its blocks again, those that did not change under their old names', () => {
  const { text, newKey } = opened();
  const changed = freshBlocks(withSource(text, 'zh', FILES.zh.replace('简介', '别的简介')), newKey);
  expect(filesOf(changed).zh).toBe(FILES.zh.replace('简介', '别的简介'));
  const same = changed.zh.blocks.blocks.map(({ key }, index) => key === text.zh.blocks.blocks[index]?.key);
  expect(same).toEqual([true, false, true, true]);
});
