import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { studioWords } from '../../../src/i18n/studio/words.ts';
import { complete } from '../../../src/islands/studio/source/completion.ts';
import { newBlock } from '../../../src/lesson-mdx/blocks/new-block.ts';

const NOTHING = { objectives: [], files: [], recordings: { zh: new Map(), en: new Map() } };

/** What is offered at the end of this text. */
function offered(doc: string): string[] {
  const result = complete({ state: EditorState.create({ doc }), pos: doc.length }, NOTHING, studioWords('en'));
  return result?.options.map(({ label }) => label) ?? [];
}

describe('completion in the source', () => {
  it('offers a sound its transcript, and not what is written already', () => {
    expect(offered('<Audio ')).toEqual(['src', 'title', 'transcript']);
    expect(offered('<Audio src="a.mp3" title="A cough" ')).toEqual(['transcript']);
  });

  it('a new sound has an empty transcript to fill', () => {
    expect(newBlock('Audio', 'q1')).toBe('<Audio src="" title="" transcript="" />');
    expect(offered('<Au')).toContain('<Audio');
  });
});
