import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockAt,
  joinBlocks,
  type NewKey,
  offsetOfBlock,
  resplitBlocks,
  splitBlocks,
} from '../../../../src/lesson-mdx/blocks/block-text.ts';
import { insertBlocks, moveBlock, removeBlock, rewriteBlock } from '../../../../src/lesson-mdx/blocks/change-blocks.ts';
import { copyStructure, shareSettings } from '../../../../src/lesson-mdx/blocks/copy-structure.ts';
import { addPart, partName, removePart, setInner, setProp, swapParts } from '../../../../src/lesson-mdx/blocks/edit-element.ts';
import { plainText, readRuns, writeRuns } from '../../../../src/lesson-mdx/blocks/inline-runs.ts';
import { freeLetter, newBlock, newPart } from '../../../../src/lesson-mdx/blocks/new-block.ts';
import { type BlockView, readBlock } from '../../../../src/lesson-mdx/blocks/read-block.ts';
import { COMPONENTS } from '../../../../src/lesson-mdx/components/index.ts';

const SHIPPED = readdirSync('content/courses', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mdx'))
  .map((path) => ({ path, source: readFileSync(`content/courses/${path}`, 'utf8') }));

function keys(): NewKey {
  let last = 0;
  return () => String(++last);
}
const windows = (source: string) => `\uFEFF${source.replaceAll('\n', '\r\n').replace('\r\n\r\n', '  \r\n\t\r\n')}`;

describe('a shipped lesson', () => {
  it.each(SHIPPED)('$path comes back byte for byte, and every block of it can be edited', ({ source }) => {
    for (const text of [source, windows(source), source.trimEnd()]) {
      const blocks = splitBlocks(text, keys());
      expect(joinBlocks(blocks)).toBe(text);
      expect(blocks.blocks.map((block) => readBlock(block.source).kind)).not.toContain('unknown');
    }
  });

  it.each(SHIPPED)('$path keeps every line of text when it is read into pieces and written again', ({ source }) => {
    for (const block of splitBlocks(source, keys()).blocks)
      for (const { start, end } of linesOf(readBlock(block.source))) {
        const line = block.source.slice(start, end);
        expect(writeRuns(readRuns(line))).toBe(line);
        expect(readRuns(line).map((run) => run.kind)).not.toContain('other');
        // Written anew from its words alone it still reads the same.
        const anew = writeRuns(readRuns(line).map((run) => ({ ...run, raw: run.kind === 'other' ? run.raw : undefined }) as typeof run));
        expect(plainText(anew)).toBe(plainText(line));
      }
  });

  it.each(SHIPPED)('$path: an edit of one block leaves every other byte alone', ({ source }) => {
    const text = windows(source);
    const before = splitBlocks(text, keys());
    fc.assert(
      fc.property(fc.nat({ max: before.blocks.length - 1 }), fc.string({ unit: 'grapheme' }), (index, words) => {
        const block = before.blocks[index];
        if (!block) return;
        const changed = joinBlocks(rewriteBlock(before, block.key, words));
        const start = joinBlocks({ lead: before.lead, blocks: before.blocks.slice(0, index) });
        expect(changed.startsWith(start)).toBe(true);
        if (words !== '') expect(changed).toBe(start + words + text.slice(start.length + block.source.length));
      }),
      { numRuns: 20 },
    );
  });

  it.each(SHIPPED)('$path: writing one prop changes that prop alone', ({ source }) => {
    const before = splitBlocks(windows(source), keys());
    for (const block of before.blocks) {
      const view = readBlock(block.source);
      if (view.kind !== 'component') continue;
      for (const element of [view.element, ...view.element.parts])
        for (const [name, { value, start, end }] of Object.entries(element.props)) {
          if (value === true) continue;
          expect(setProp(block.source, element, name, value)).toBe(block.source);
          const changed = setProp(block.source, element, name, `"新" & <'词'> {x} &amp;`);
          expect(changed.slice(0, start)).toBe(block.source.slice(0, start));
          expect(changed.endsWith(block.source.slice(end))).toBe(true);
          const again = readBlock(changed);
          const found = again.kind === 'component' ? [again.element, ...again.element.parts] : [];
          expect(found.some((each) => each.props[name]?.value === `"新" & <'词'> {x} &amp;`)).toBe(true);
        }
    }
  });

  it.each(SHIPPED)('$path: its structure without words can be read, and settings go across', ({ source }) => {
    for (const { source: block } of splitBlocks(source, keys()).blocks) {
      const empty = copyStructure(block);
      expect(readBlock(empty).kind).toBe(readBlock(block).kind);
      expect(shareSettings(block, empty)).toBe(empty);
    }
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '# 课',
    '## 步',
    '文字',
    '- 一',
    '\n',
    '\n\n',
    '\r\n\r\n',
    '\t',
    '  ',
    '<Tip>',
    '</Tip>',
    '<Figure src="a.svg"',
    " alt='x' />",
    '<Choice id="a" right>',
    '</Choice>',
    '<SingleChoice id="q">',
    '</SingleChoice>',
    '{',
    '}',
    '**',
    '[a](javascript:1)',
    'import x from "y"',
    '<script>',
    '&quot;',
    '\uFEFF',
    '> ',
    '<!-- -->',
    '1. ',
  );

  it('comes back byte for byte, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(joinBlocks(splitBlocks(text, keys()))).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the keys of the blocks that did not change', () => {
    const before = splitBlocks('# 课\n\n简介\n\n<Tip>一</Tip>\n\n末\n', keys());
    const after = resplitBlocks('# 课\n\n改了\n\n<Tip>一</Tip>\n\n末\n', before, () => 'new');
    expect(after.blocks.map(({ key }, index) => key === before.blocks[index]?.key)).toEqual([true, false, true, true]);
  });

  it('with a torn tag has one card for the torn stretch and keeps the blocks around it', () => {
    const text = '# 课\n\n简介\n\n<Steps>\n\n<Step title="a">一</Step>\n\n<Step title="b">二\n\n## 下一步\n\n<Tip>好</Tip>\n';
    const { blocks } = splitBlocks(text, keys());
    expect(blocks.map(({ source }) => readBlock(source).kind)).toEqual(['heading', 'text', 'unknown', 'heading', 'component']);
    expect(readBlock(blocks[2]?.source ?? '')).toMatchObject({ kind: 'unknown', isBroken: true });
  });

  it('that would keep the reader busy for long is shown as it is instead of being read', () => {
    for (const text of [
      '*a_ '.repeat(60_000),
      '> '.repeat(5000),
      '['.repeat(90_000),
      'a\n'.repeat(60_000),
      '字'.repeat(5_000_000),
      '<a>'.repeat(5000),
    ]) {
      expect(joinBlocks(splitBlocks(text, keys()))).toBe(text);
    }
  });

  it('a move, an insertion and a removal keep the other blocks apart and whole', () => {
    const text = splitBlocks('# 课\n\n简介\n\n<Tip>一</Tip>\n<Tip>二</Tip>\n\n末', keys());
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.nat({ max: 4 }), (from, to) => {
        for (const changed of [
          moveBlock(text, from, to),
          removeBlock(text, from),
          insertBlocks(text, to, [newBlock('Tip', 'x')], keys()),
        ]) {
          const again = splitBlocks(joinBlocks(changed), keys());
          expect(again.blocks.map(({ source }) => source)).toEqual(changed.blocks.map(({ source }) => source));
        }
      }),
    );
    const loose = splitBlocks('# 课\n\n简介\n\n\n<Tip>一</Tip>\n', keys());
    expect(joinBlocks(moveBlock(moveBlock(loose, 0, 1), 1, 0))).toBe(joinBlocks(loose));
  });
});

describe('words', () => {
  it('typed into a line read back as the same words, never as markup', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-#>*_[\]<>{}&;=+`\\!~|0-9.)a-c 字“”：import\n]{0,20}$/)),
        (words) => {
          const line = writeRuns([{ kind: 'text', text: words }]);
          const shown = words
            .replace(/\0/g, '')
            .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
            .trim();
          if (shown === '') return;
          const view = readBlock(line.trim());
          expect(view.kind).toBe('text');
          const runs = readRuns(line.trim());
          expect(runs.map((run) => run.kind)).not.toContain('other');
          expect(plainText(line).replace(/\s+/g, ' ')).toBe(shown.replace(/\s+/g, ' '));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('in bold stay bold beside Chinese characters and marks', () => {
    for (const text of ['“好”', '重要：', ' 记住 ', '(a)']) {
      const line = writeRuns([
        { kind: 'text', text: '要' },
        { kind: 'bold', text },
        { kind: 'text', text: '听' },
      ]);
      expect(readRuns(line).some((run) => run.kind === 'bold')).toBe(true);
      expect(plainText(line)).toBe(`要${text}听`);
    }
  });

  it('a link or a term written in the editor is read back; an unsafe link is only shown', () => {
    const runs = [
      { kind: 'link', text: '看[这]里', url: 'https://a.cn/x_(y)' },
      { kind: 'term', word: '驱虫', meaning: '用“药”打"虫"' },
    ] as const;
    expect(readRuns(writeRuns([...runs]))).toMatchObject(runs);
    expect(readRuns('[a](javascript:alert(1))')).toMatchObject([{ kind: 'other' }]);
  });
});

it.each([...COMPONENTS.values()].filter(({ stands }) => stands === 'alone' || stands === 'question'))(
  'a new $name is a block that can be edited',
  ({ name }) => {
    const source = newBlock(name, 'q1');
    const view = readBlock(source);
    expect(view.kind).toBe('component');
    if (view.kind === 'component' && COMPONENTS.get(name)?.holds === 'blocks') {
      const filled = readBlock(setInner(source, view.element, '文字'));
      expect(filled).toMatchObject({ kind: 'component', element: { flow: [{ kind: 'text' }] } });
    }
  },
);

function linesOf(view: BlockView): { start: number; end: number }[] {
  if (view.kind === 'heading' || view.kind === 'text') return [view.text];
  if (view.kind === 'list') return view.items;
  if (view.kind === 'unknown') return [];
  return [view.element, ...view.element.parts].flatMap(({ flow }) => flow.flatMap(linesOf));
}

describe('the parts of a question', () => {
  const source = '<Ordering id="q" prompt="?">\r\n\t<Item id="a">甲</Item>\r\n\t<Item id="b">乙</Item>\r\n</Ordering>';
  const element = (text: string) => {
    const view = readBlock(text);
    if (view.kind !== 'component') throw new Error('not a component');
    return view.element;
  };

  it('are added, moved and removed in the way they are written', () => {
    const added = addPart(source, element(source), newPart(partName('Ordering') ?? '', freeLetter(['a', 'b'])));
    expect(added).toBe(source.replace('乙</Item>', '乙</Item>\r\n\t<Item id="c"></Item>'));
    expect(removePart(added, element(added), 2)).toBe(source);
    const swapped = swapParts(source, element(source), 0);
    expect(swapped).toBe('<Ordering id="q" prompt="?">\r\n\t<Item id="b">乙</Item>\r\n\t<Item id="a">甲</Item>\r\n</Ordering>');
    expect(swapParts(swapped, element(swapped), 0)).toBe(source);
    expect(removePart(source, element(source), 0)).toBe('<Ordering id="q" prompt="?">\r\n\t<Item id="b">乙</Item>\r\n</Ordering>');
  });

  it('that are not there are neither moved nor removed', () => {
    expect(swapParts(source, element(source), 1)).toBe(source);
    expect(removePart(source, element(source), 2)).toBe(source);
  });
});

it('a place in the file and a block lead to each other', () => {
  for (const { source } of SHIPPED) {
    const text = splitBlocks(windows(source), keys());
    text.blocks.forEach((block, index) => {
      expect(joinBlocks(text).startsWith(block.source, offsetOfBlock(text, index))).toBe(true);
      expect(blockAt(text, offsetOfBlock(text, index) + block.source.length - 1)).toBe(index);
    });
  }
});
