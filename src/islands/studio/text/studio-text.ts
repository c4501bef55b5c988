import type { DraftFiles } from '../../../domain/lessons/drafts/draft.ts';
import { type BlockText, joinBlocks, type NewKey, resplitBlocks, splitBlocks } from '../../../lesson-mdx/blocks/block-text.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';

/** One language's text: its source is the truth; blocks are there while it is edited as blocks. */
export interface Side {
  source: string;
  blocks: BlockText;
  /** The blocks are of an older source: it is being edited as source. */
  isStale: boolean;
}

/** The whole lesson as the editor holds it. */
export interface StudioText extends Record<Language, Side> {
  metadata: string;
}

export function openText(files: DraftFiles, newKey: NewKey): StudioText {
  const side = (source: string): Side => ({ source, blocks: splitBlocks(source, newKey), isStale: false });
  return { metadata: files.metadata, zh: side(files.zh), en: side(files.en) };
}

export function filesOf(text: StudioText): DraftFiles {
  return { metadata: text.metadata, zh: text.zh.source, en: text.en.source };
}

export function withBlocks(text: StudioText, language: Language, blocks: BlockText): StudioText {
  if (text[language].blocks === blocks) return text;
  return { ...text, [language]: { source: joinBlocks(blocks), blocks, isStale: false } };
}

/** A source as typed; blocks wait until somebody wants to see them. */
export function withSource(text: StudioText, part: keyof DraftFiles, source: string): StudioText {
  if (part === 'metadata') return text.metadata === source ? text : { ...text, metadata: source };
  if (text[part].source === source) return text;
  return { ...text, [part]: { ...text[part], source, isStale: true } };
}

/** The same text with blocks that are up to date; blocks that did not change keep their key. */
export function freshBlocks(text: StudioText, newKey: NewKey): StudioText {
  const fresh = (side: Side): Side =>
    side.isStale ? { ...side, blocks: resplitBlocks(side.source, side.blocks, newKey), isStale: false } : side;
  if (!text.zh.isStale && !text.en.isStale) return text;
  return { ...text, zh: fresh(text.zh), en: fresh(text.en) };
}

/** Whole files in the place of what is there, as after a conflict or for what a crash left behind. */
export function withFiles(text: StudioText, files: DraftFiles, newKey: NewKey): StudioText {
  const changed = (['metadata', 'zh', 'en'] as const).reduce((so, part) => withSource(so, part, files[part]), text);
  return freshBlocks(changed, newKey);
}
