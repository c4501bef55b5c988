import { plainProblem } from '../../../i18n/studio/problems.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { type BlockText, blockAt } from '../../../lesson-mdx/blocks/block-text.ts';
import { viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';

/** Where a problem is and what it says, for somebody who never saw markup. */
export interface PlacedProblem {
  problem: LessonProblem;
  /** The text it is in; null for lesson.yaml and for a file of the folder. */
  part: Language | 'metadata' | null;
  offset: number;
  /** The block it is in. */
  key: string | null;
  sentence: string;
}

export function placeProblem(
  problem: LessonProblem,
  text: Record<Language, { source: string; blocks: BlockText }>,
  screen: Language,
  words: StudioWords,
): PlacedProblem {
  const part = problem.file === 'lesson.yaml' ? 'metadata' : problem.file === 'zh.mdx' ? 'zh' : problem.file === 'en.mdx' ? 'en' : null;
  if (part !== 'zh' && part !== 'en') {
    const where = part === 'metadata' ? words.about.heading : problem.file;
    return { problem, part, offset: 0, key: null, sentence: `${where}: ${plainProblem(problem, screen)}` };
  }
  const { source, blocks } = text[part];
  const offset = offsetOf(source, problem.line, problem.column);
  const index = blockAt(blocks, offset);
  const block = blocks.blocks[index];
  const where = [block ? nameOf(blocks, index, words) : '', words.languages[part]].filter(Boolean).join(' · ');
  return { problem, part, offset, key: block?.key ?? null, sentence: `${where}: ${plainProblem(problem, screen)}` };
}

/** The character at a line and column, both from 1. */
export function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = source.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, source.length);
}

/** “Question 2”, “Picture 1”: the kind and the how-manieth of its kind. */
function nameOf(blocks: BlockText, index: number, words: StudioWords): string {
  const kinds = blocks.blocks.slice(0, index + 1).map((block) => {
    const view = viewBlock(block);
    if (view.kind !== 'component')
      return view.kind === 'heading' && view.depth === 1 ? 'title' : view.kind === 'unknown' && view.isBroken ? 'broken' : view.kind;
    return COMPONENTS.get(view.element.name)?.question ? 'question' : view.element.name;
  });
  const own = kinds.at(-1) ?? '';
  const number = kinds.filter((kind) => kind === own).length;
  if (own === 'question') return words.question(number);
  return own === 'title' ? (words.kinds.title ?? '') : `${words.kinds[own] ?? own} ${number}`;
}
