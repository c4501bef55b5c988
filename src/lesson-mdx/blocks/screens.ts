import { COMPONENTS } from '../components/index.ts';
import type { Block } from './block-text.ts';
import { viewBlock } from './read-block.ts';

/**
 * The block that each screen of the kiosk begins with, by screen: 0 is the cover, then as read-page.ts splits the page, a screen for each `##`
 * section and one for each question.
 */
export function screenStarts(blocks: readonly Block[]): Block[] {
  const [title, summary, ...rest] = blocks;
  const starts = title ? [title] : [];
  if (!summary) return starts;
  let begun: 'nothing' | 'heading' | 'content' = 'nothing';
  let heading: Block | null = null;
  for (const block of rest) {
    const view = viewBlock(block);
    if (view.kind === 'heading' && view.depth === 2) {
      begun = 'heading';
      heading = block;
    } else if (view.kind === 'component' && COMPONENTS.get(view.element.name)?.question) {
      starts.push(block);
      begun = 'nothing';
    } else {
      if (begun !== 'content') starts.push(begun === 'heading' && heading ? heading : block);
      begun = 'content';
    }
  }
  return starts;
}
