import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../../../src/lesson-mdx/blocks/block-text.ts';
import { readBlock } from '../../../../src/lesson-mdx/blocks/read-block.ts';
import { screenStarts } from '../../../../src/lesson-mdx/blocks/screens.ts';
import { COMPONENTS } from '../../../../src/lesson-mdx/components/index.ts';
import { readPage } from '../../../../src/lesson-mdx/read-page.ts';

const COURSES = 'content/courses';
const SHIPPED = readdirSync(COURSES, { recursive: true, encoding: 'utf8' }).filter((path) => /[^/]+\/[^/]+\/(?:zh|en)\.mdx$/.test(path));

/** What the pipeline makes of a text: for each screen whether it is a question. */
function screensOfPipeline(source: string): boolean[] {
  // Which file is there does not matter for where a screen begins.
  const page = readPage(source, 'zh', { file: 'zh.mdx', media: new Map(), objectives: new Set(), problems: [], isPreview: true } as never);
  return [false, ...(page?.steps ?? []).map(({ kind }) => kind === 'question')];
}

function screensOfBlocks(source: string): boolean[] {
  let last = 0;
  return screenStarts(splitBlocks(source, () => String(++last)).blocks).map(({ source: block }) => {
    const view = readBlock(block);
    return view.kind === 'component' && COMPONENTS.get(view.element.name)?.question !== undefined;
  });
}

describe('where screens begin in the editor', () => {
  it.each(SHIPPED)('%s: as many as the kiosk shows, questions at the same places', (path) => {
    const source = readFileSync(`${COURSES}/${path}`, 'utf8');
    expect(screensOfBlocks(source)).toEqual(screensOfPipeline(source));
  });

  it.each([
    [
      'text behind a question is a screen of its own',
      '# A\n\nB\n\n## C\n\n<TrueFalse id="a" />\n\nD\n\n## E\n\nF\n',
      [false, true, false, false],
    ],
    ['what stands before the first heading is one too', '# A\n\nB\n\nC\n\n- D\n\n## E\n\nF\n', [false, false, false]],
    ['a heading with nothing below is none', '# A\n\nB\n\n## C\n\n## D\n\nE\n', [false, false]],
  ])('%s', (_, source, screens) => {
    expect(screensOfBlocks(source)).toEqual(screens);
    expect(screensOfPipeline(source)).toEqual(screens);
  });
});
