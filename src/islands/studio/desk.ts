import { createContext } from 'react';
import type { StudioWords } from '../../i18n/studio/words.ts';
import type { NewKey } from '../../lesson-mdx/blocks/block-text.ts';
import type { Recordings } from '../../lesson-mdx/blocks/recordings.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { RowKeys } from './text/row-edits.ts';
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
  /** Whose pictures, recordings and videos there are to choose from, and where new ones go. */
  base: string;
  /** Makes a medium of the base one of the lesson's files; answers its name there. */
  take(medium: { name: string; digest: string }): string;
  /** Sends a file while the trainer writes on; `then` gets its name in the lesson once it is there. */
  send(file: File, then: (name: string) => void): void;
  /** Keeps what was recorded and calls `then` with its name in the lesson; answers with what went wrong, null when nothing did. */
  record(stem: string, bytes: Uint8Array<ArrayBuffer>, then: (name: string) => void): Promise<string | null>;
  /** Sends files that were dropped or pasted and puts each into a block of its own behind the row. */
  bring(files: Iterable<File>, row: RowKeys): void;
}

export interface LessonThings {
  objectives: { id: string; zh: string; en: string }[];
  /** File name and digest of the pictures, films, recordings and captions of the lesson. */
  files: [string, string][];
  recordings: Record<Language, Recordings>;
}

/** The lists that forms choose from. */
export const LessonThingsContext = createContext<LessonThings>({ objectives: [], files: [], recordings: { zh: new Map(), en: new Map() } });
