import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';

/** The three texts of a lesson exactly as typed: lesson.yaml, zh.mdx, en.mdx. */
export interface DraftFiles {
  metadata: string;
  zh: string;
  en: string;
}

/** File name in the lesson → SHA-256 hex of media the township has. */
export type DraftMedia = Record<string, string>;

/** A lesson as its trainers see it now. */
export interface Draft {
  lesson: string;
  /** 0 while nobody has saved: the texts are then those of `baseVersion`, byte for byte. */
  revision: number;
  files: DraftFiles;
  media: DraftMedia;
  /** The frozen version the text descends from, null for a lesson that never had one. */
  baseVersion: number | null;
  /** What kiosks show now, null for nothing. */
  publishedVersion: number | null;
  /** The version this very revision was published as. */
  revisionVersion: number | null;
  /** Who saved it last; null for what came with the product. */
  by: string | null;
  at: Date | null;
}

/** What somebody else saved meanwhile. `isYours`: this client saved it itself, and its answer was lost; save again on top of it. */
export interface OtherDraft {
  revision: number;
  files: DraftFiles;
  media: DraftMedia;
  by: string | null;
  at: Date | null;
  isYours: boolean;
}

export type SaveRefusal =
  | { ok: false; reason: 'conflict'; theirs: OtherDraft; keptAs: number | null }
  /** Bytes of UTF-8; `limit` is the most one file may have. */
  | { ok: false; reason: 'too-large'; file: string; bytes: number; limit: number }
  /** A NUL or half a surrogate pair, which no UTF-8 file can hold. */
  | { ok: false; reason: 'broken-character'; file: string; line: number; column: number }
  | { ok: false; reason: 'media-unknown'; path: string }
  | { ok: false; reason: 'unknown-lesson' };

export type SaveOutcome = { ok: true; revision: number; savedAt: Date; problems: LessonProblem[] } | SaveRefusal;

export interface SaveInput {
  lesson: string;
  /** The revision the editor started from. */
  revision: number;
  files: DraftFiles;
  media: DraftMedia;
  /** One open editor: an id it makes for itself and keeps until it is closed. */
  client: string;
}

/** Somebody who has the lesson open. */
export interface Presence {
  client: string;
  name: string;
  /** The account that asks, in this window or another. */
  isYou: boolean;
  isThisWindow: boolean;
  since: Date;
  language: Language | null;
}
