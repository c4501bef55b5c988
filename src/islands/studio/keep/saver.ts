import type { DraftFiles, DraftMedia, OtherDraft, SaveInput, SaveOutcome } from '../../../domain/lessons/drafts/draft.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';

/** How a try to save can end: the server's answer, or none. */
export type SaveTry =
  | SaveOutcome
  | { ok: false; reason: 'no-network' | 'session-ended' | 'another-account' | 'not-allowed' | 'server-failed' };

export type KeepState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'conflict'; theirs: OtherDraft }
  /** `path`: the file that is gone, where that is why. */
  | { kind: 'refused'; reason: string; retries: boolean; path?: string };

export interface SaverOptions {
  lesson: string;
  client: string;
  revision: number;
  files: DraftFiles;
  media: DraftMedia;
  save(input: SaveInput): Promise<SaveTry>;
  /** Called in some milliseconds; answers how to call it off. */
  later(work: () => void, ms: number): () => void;
  onState(state: KeepState): void;
  /** A file of the lesson was deleted from the base; without it the text can be saved. */
  onGone(path: string): void;
  onSaved(saved: { files: DraftFiles; media: DraftMedia; revision: number; problems: LessonProblem[] }): void;
}

export interface Saver {
  /** The text as it is now; it is sent when the typing pauses. */
  changed(files: DraftFiles, media: DraftMedia): void;
  /** Tries now: the network is back, somebody pressed save, the tab is left. */
  now(): void;
  /** After a conflict was decided: the text stands on that revision of the others. */
  decided(revision: number, files: DraftFiles, media: DraftMedia): void;
  stop(): void;
}

const PAUSE_MS = 1500;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

/** Brings a text to the server, one save at a time, again and again until it is there. It never drops what was typed meanwhile. */
export function startSaver(options: SaverOptions): Saver {
  const { lesson, client, save, later, onGone, onSaved } = options;
  let { revision, files, media } = options;
  let sent: { files: DraftFiles; media: DraftMedia } = { files, media };
  let isBusy = false;
  let isHeld = false;
  let retry = FIRST_RETRY_MS;
  let callOff: () => void = () => undefined;
  let told: KeepState['kind'] | null = null;

  // Once, not at every letter: drawn anew for each, a screen that is typed into fast would never come to rest.
  const onState = (state: KeepState) => {
    if (state.kind === 'waiting' && told === 'waiting') return;
    told = state.kind;
    options.onState(state);
  };
  const schedule = (ms: number) => {
    callOff();
    callOff = later(() => void attempt(), ms);
  };
  const isSent = () => files === sent.files && media === sent.media;

  async function attempt(): Promise<void> {
    if (isBusy || isHeld || isSent()) return;
    callOff();
    isBusy = true;
    const trying = { files, media };
    onState({ kind: 'saving' });
    const outcome = await save({ lesson, client, revision, ...trying });
    isBusy = false;
    if (outcome.ok) {
      ({ revision } = outcome);
      sent = trying;
      retry = FIRST_RETRY_MS;
      onSaved({ ...trying, revision, problems: outcome.problems });
      onState(isSent() ? { kind: 'saved', at: outcome.savedAt } : { kind: 'waiting' });
      if (!isSent()) schedule(PAUSE_MS);
    } else if (outcome.reason === 'conflict') {
      meet(outcome.theirs);
    } else if (outcome.reason === 'media-unknown') {
      retry = FIRST_RETRY_MS;
      onState({ kind: 'refused', reason: outcome.reason, retries: false, path: outcome.path });
      onGone(outcome.path);
    } else {
      const retries = ['no-network', 'session-ended', 'another-account', 'server-failed'].includes(outcome.reason);
      onState({ kind: 'refused', reason: outcome.reason, retries });
      // A server that refuses a text can be reached: the next change is sent as soon as the typing pauses.
      if (retries) schedule(retry);
      retry = retries ? Math.min(retry * 2, LONGEST_RETRY_MS) : FIRST_RETRY_MS;
    }
  }

  function meet(theirs: OtherDraft): void {
    if (theirs.isYours) {
      // Our own save arrived and its answer was lost.
      ({ revision } = theirs);
      schedule(0);
      return;
    }
    isHeld = true;
    onState({ kind: 'conflict', theirs });
  }

  return {
    changed(nextFiles, nextMedia) {
      files = nextFiles;
      media = nextMedia;
      if (isSent() || isHeld) return;
      if (!isBusy) onState({ kind: 'waiting' });
      // While the server cannot be reached the next try stays where it is.
      if (retry === FIRST_RETRY_MS) schedule(PAUSE_MS);
    },
    now() {
      retry = FIRST_RETRY_MS;
      void attempt();
    },
    decided(nextRevision, nextFiles, nextMedia) {
      revision = nextRevision;
      files = nextFiles;
      media = nextMedia;
      isHeld = false;
      schedule(0);
    },
    stop: () => callOff(),
  };
}
