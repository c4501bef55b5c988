import { followScreens } from '../../../lesson-mdx/blocks/recordings.ts';
import { screenStarts } from '../../../lesson-mdx/blocks/screens.ts';
import type { Side, StudioText } from './studio-text.ts';

/** The text with each recording still at the screen it reads, after blocks came, went or were moved. A text edited as source is left as written. */
export function recordingsFollow(before: StudioText, after: StudioText): StudioText {
  if (!after.metadata.includes('narration:') || after.metadata !== before.metadata) return after;
  const metadata = (['zh', 'en'] as const).reduce((so, language) => {
    const [one, other] = [before[language], after[language]];
    if (one === other || one.isStale || other.isStale) return so;
    return followScreens(so, language, screenNames(one), screenNames(other));
  }, after.metadata);
  return metadata === after.metadata ? after : { ...after, metadata };
}

function screenNames({ blocks }: Side): string[] {
  return screenStarts(blocks.blocks).map(({ key }) => key);
}
