import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignBlocks, alignMarks } from '../../../../src/lesson-mdx/blocks/align-blocks.ts';
import { splitBlocks } from '../../../../src/lesson-mdx/blocks/block-text.ts';
import { shareSettings } from '../../../../src/lesson-mdx/blocks/copy-structure.ts';
import { addToMetadata, readMetadataValue, removeFromMetadata, setMetadata } from '../../../../src/lesson-mdx/blocks/edit-metadata.ts';
import { isSame, mergedText, mergeRows } from '../../../../src/lesson-mdx/blocks/merge-blocks.ts';
import { mergedSettings, mergeSettingRows } from '../../../../src/lesson-mdx/blocks/merge-settings.ts';

const newKey = () => '';
const COURSES = readdirSync('content/courses', { recursive: true, encoding: 'utf8' });
const read = (path: string) => readFileSync(`content/courses/${path}`, 'utf8');

describe('the two columns', () => {
  it.each(COURSES.filter((path) => path.endsWith('zh.mdx')))('%s: every block has its counterpart', (path) => {
    const [zh, en] = [path, path.replace('zh.mdx', 'en.mdx')].map((file) => splitBlocks(read(file), newKey).blocks);
    expect(zh?.length).toBe(en?.length);
    expect(alignBlocks(zh ?? [], en ?? [])).toEqual(zh?.map((_, index) => ({ zh: index, en: index })));
  });

  it('a block that is missing in English leaves the others paired', () => {
    const zh = ['heading 1', 'text', 'heading 2', 'Figure a.svg', 'text', 'SingleChoice q1', 'heading 2', 'text'];
    const en = ['heading 1', 'text', 'heading 2', 'text', 'SingleChoice q1', 'heading 2', 'text'];
    expect(alignMarks(zh, en)).toEqual([0, 1, 2, null, 3, 4, 5, 6].map((place, index) => ({ zh: index, en: place })));
  });

  it('every block stands in exactly one row, in order', () => {
    const mark = fc.constantFrom('text', 'heading 2', 'Tip', 'Figure a.svg', 'SingleChoice q1');
    fc.assert(
      fc.property(fc.array(mark), fc.array(mark), (zh, en) => {
        const rows = alignMarks(zh, en);
        expect(rows.flatMap((row) => row.zh ?? [])).toEqual(zh.map((_, index) => index));
        expect(rows.flatMap((row) => row.en ?? [])).toEqual(en.map((_, index) => index));
      }),
    );
  });

  it('which choice is right goes across, the words do not', () => {
    const zh =
      '<SingleChoice id="q" objective="o" prompt="问">\n  <Choice id="a" feedback="一">甲</Choice>\n  <Choice id="b" right feedback="二">乙</Choice>\n</SingleChoice>';
    const en =
      '<SingleChoice id="q" objective="p" prompt="Ask">\n  <Choice id="a" right feedback="one">A</Choice>\n  <Choice id="b" feedback=\'two\'>B</Choice>\n</SingleChoice>';
    expect(shareSettings(zh, en)).toBe(
      '<SingleChoice id="q" objective="o" prompt="Ask">\n  <Choice id="a" feedback="one">A</Choice>\n  <Choice id="b" feedback=\'two\' right>B</Choice>\n</SingleChoice>',
    );
    expect(shareSettings(zh, '<Tip>x</Tip>')).toBe('<Tip>x</Tip>');
  });
});

describe('two trainers changed the settings of one lesson', () => {
  const base =
    'minutes: 8\ntopics:\n  science: 0.8\nobjectives:\n  - id: a\n    zh: 会\n    en: can\n# where it is from\nsources:\n  - 一\n';

  it('different settings come together by themselves; a comment stays above its own', () => {
    const mine = `${base.replace('minutes: 8', 'minutes: 9')}narration:\n  zh:\n    1: a.ogg\n`;
    const theirs = base.replace('  - 一', '  - 一\n  - 二').replace('science: 0.8', 'law: 0.5');
    const rows = mergeSettingRows(base, mine, theirs);
    expect(rows.every(({ choice }) => choice !== null)).toBe(true);
    expect(mergedSettings(rows)).toBe(
      'minutes: 9\ntopics:\n  law: 0.5\nobjectives:\n  - id: a\n    zh: 会\n    en: can\n# where it is from\nsources:\n  - 一\n  - 二\nnarration:\n  zh:\n    1: a.ogg\n',
    );
  });

  it('the same setting waits for a person, and either can be kept whole', () => {
    const [mine, theirs] = [base.replace('zh: 会', 'zh: 会做'), base.replace('en: can', 'en: does')];
    const rows = mergeSettingRows(base, mine, theirs);
    expect(rows.filter(({ choice }) => choice === null)).toHaveLength(1);
    const all = (choice: 'mine' | 'theirs') => mergedSettings(rows.map((row) => ({ ...row, choice })));
    expect(all('mine')).toBe(mine);
    expect(all('theirs')).toBe(theirs);
  });

  it.each(COURSES.filter((path) => path.endsWith('lesson.yaml')))('%s is given back byte for byte', (path) => {
    const source = read(path);
    expect(mergedSettings(mergeSettingRows(source, source, source))).toBe(source);
  });
});

describe('two trainers changed one text', () => {
  const base = '# 课\n\n一\n\n二\n\n三\n';

  it('changes in different blocks come together by themselves', () => {
    const rows = mergeRows(base, base.replace('一', '一甲'), base.replace('三', '三乙'), newKey);
    expect(rows.every(({ choice }) => choice !== null)).toBe(true);
    expect(mergedText(rows, base)).toBe('# 课\n\n一甲\n\n二\n\n三乙\n');
  });

  it('changes in the same block wait for a person, and either can be kept', () => {
    const [mine, theirs] = [base.replace('二', '二甲'), base.replace('二', '二乙')];
    const rows = mergeRows(base, mine, theirs, newKey);
    expect(rows.filter((row) => row.choice === null)).toEqual([{ mine: ['二甲'], theirs: ['二乙'], choice: null }]);
    const decided = (choice: 'mine' | 'theirs') =>
      mergedText(
        rows.map((row) => ({ ...row, choice: row.choice ?? choice })),
        mine,
      );
    expect([decided('mine'), decided('theirs')]).toEqual([mine, theirs]);
  });

  it('no block of either is out of sight', () => {
    const text = fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 6 }).map((blocks) => `# 课\n\n${blocks.join('\n\n')}\n`);
    fc.assert(
      fc.property(text, text, text, (one, other, third) => {
        const rows = mergeRows(one, other, third, newKey);
        const blocks = (source: string) => splitBlocks(source, newKey).blocks.map((block) => block.source);
        expect(rows.flatMap((row) => row.mine)).toEqual(blocks(other));
        expect(rows.flatMap((row) => row.theirs)).toEqual(blocks(third));
        expect(mergeRows(one, other, other, newKey).every(isSame)).toBe(true);
      }),
    );
  });
});

describe.each(COURSES.filter((path) => path.endsWith('lesson.yaml')))('%s', (path) => {
  const source = read(path).replace('\n', ' # 大约\n').replace('topics:', '\n# 看大纲\ntopics:');
  const lines = (text: string) => text.split('\n');
  const other = (text: string) => lines(text).filter((line) => !lines(source).includes(line));

  it('the minutes, a topic and an objective are written in their own bytes', () => {
    expect(setMetadata(source, ['minutes'], readMetadataValue(source)?.minutes)).toBe(source);
    const minutes = setMetadata(source, ['minutes'], 44);
    expect(minutes).toBe(source.replace(/minutes: \d+/, 'minutes: 44'));
    expect(setMetadata(source, ['objectives', 0, 'zh'], '新: 的 #目标')).toBe(source.replace(/ {4}zh: .*/, '    zh: "新: 的 #目标"'));
    const added = setMetadata(source, ['topics', 'morality'], 0.15);
    expect(other(added)).toEqual(['  morality: 0.15']);
  });

  it('an objective or a source is added and taken away again', () => {
    const list = (text: string, name: string): unknown[] => {
      const value = readMetadataValue(text)?.[name];
      return Array.isArray(value) ? value : [];
    };
    const item = { id: 'goal-1', zh: '会: 算', en: 'Can “count”' };
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const added = addToMetadata(text, ['objectives'], item);
      expect(list(added, 'objectives').at(-1)).toEqual(item);
      expect(lines(added).length).toBe(lines(text).length + 3);
      expect(removeFromMetadata(added, ['objectives', list(text, 'objectives').length])).toBe(text);
      const sourced = addToMetadata(text, ['sources'], '新来源');
      expect(removeFromMetadata(sourced, ['sources', list(text, 'sources').length])).toBe(text);
    }
  });
});

it('a broken lesson.yaml is left as it is', () => {
  const broken = 'minutes: [1\n';
  expect(readMetadataValue(broken)).toBeNull();
  expect(setMetadata(broken, ['minutes'], 3)).toBe(broken);
  expect(addToMetadata(broken, ['sources'], 'x')).toBe(broken);
  expect(removeFromMetadata(broken, ['minutes'])).toBe(broken);
});

it('an empty lesson.yaml can be filled', () => {
  expect(readMetadataValue(addToMetadata(setMetadata('', ['minutes'], 5), ['sources'], '书'))).toEqual({ minutes: 5, sources: ['书'] });
});
