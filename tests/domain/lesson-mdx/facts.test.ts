import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { EN, FACTS, METADATA, ZH } from '../lessons/small-content.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const COVER = bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>');

async function found(facts: string): Promise<string[]> {
  const outcome = await checkLesson({ metadata: METADATA, zh: ZH, en: EN, media: { 'cover.svg': COVER, 'facts.yaml': bytes(facts) } });
  return outcome.ok ? [] : outcome.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

describe('the facts of a lesson', () => {
  it('each begin a source of the lesson, or are advice', async () => {
    expect(await found(FACTS)).toEqual([]);
  });
  it('cannot name a source the lesson does not have', async () => {
    expect(await found(FACTS.replace('[31]', '[32]'))).toEqual(['facts.yaml:2:11 fact-without-source']);
  });
  it('cannot lack a source or be anything but a list', async () => {
    expect(await found('- fact: A sheep eats\n')).toEqual(['facts.yaml:1:3 field-wrong']);
    expect(await found('fact: A sheep eats\n')).toEqual(['facts.yaml:1:1 field-wrong']);
  });
});
