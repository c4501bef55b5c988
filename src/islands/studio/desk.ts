import { createContext } from 'react';
import type { StudioWords } from '../../i18n/studio/words.ts';
import type { NewKey } from '../../lesson-mdx/blocks/block-text.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { StudioText } from './text/studio-text.ts';

/** What every card of the editor works with. The same value as long as the editor is open. */
export interface Desk {
  /** Of the screen, not of the lesson. */
  language: Language;
  words: StudioWords;
  /** Changes the lesson. Changes with the same group within a moment are one step for undo. */
  act(change: (text: StudioText) => StudioText, group: string | null): void;
  text(): StudioText;
  newKey: NewKey;
  /** Puts the cursor into the block's first field once it is there. */
  focus(key: string | null, part?: Language): void;
  /** Says something to whoever reads the screen by ear, and shows it. */
  say(message: string): void;
}

export interface LessonThings {
  objectives: { id: string; zh: string; en: string }[];
  /** File name and digest of the pictures, films, recordings and captions of the lesson. */
  files: [string, string][];
}

/** The lists that forms choose from. */
export const LessonThingsContext = createContext<LessonThings>({ objectives: [], files: [] });
