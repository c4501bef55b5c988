import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { findHints, isHint } from '../../../src/lesson-mdx/hints.ts';
import { goodLesson } from './good-lesson.ts';

describe('a hint of a template', () => {
  it.each([
    '〔写一句〕',
    '- 〔第一样东西〕',
    '1. 〔先做什么〕',
    '<Tip>〔怎么分〕</Tip>',
    '<Figure alt="〔图里有什么〕" />',
    "<Figure alt='〔What it shows〕' />",
  ])('is found in %s', (source) => {
    expect(findHints(`# 课\n\n${source}\n`)).toEqual([source.indexOf('〔') + 5]);
  });

  it.each(['按国发〔2020〕1号文件办。', '〔2020〕1号', '文号是〔2020〕', '[先看天](https://example.org)', '〔没有写完', '〔一行\n两行〕'])(
    'is not seen in %s',
    (source) => {
      expect(findHints(source)).toEqual([]);
      expect(isHint(source)).toBe(false);
    },
  );

  it('keeps a lesson from farmers and is told at its place', async () => {
    const zh = String(goodLesson().zh).replace(/^(# .+\n\n).+$/m, '$1〔用一两句话说：这一课教什么。〕');
    const check = await checkLesson(goodLesson({ zh }));
    expect(check).toMatchObject({ ok: false, problems: [{ code: 'still-a-hint', file: 'zh.mdx', line: 3, column: 1 }] });
  });
});
