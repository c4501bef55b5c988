import type { StudioText } from './studio-text.ts';

/** Every state of the text that undo can go back to. */
export interface History {
  past: readonly StudioText[];
  present: StudioText;
  future: readonly StudioText[];
  /** What the last change was to: typing on in the same field is one step. */
  group: string | null;
  changedAt: number;
}

const MOST = 400;
const PAUSE_MS = 1200;

export function beginHistory(present: StudioText): History {
  return { past: [], present, future: [], group: null, changedAt: 0 };
}

/** The next state. Changes with the same `group` within a moment are undone together; null is always a step of its own. */
export function change(history: History, next: StudioText, group: string | null, now: number): History {
  if (next === history.present) return history;
  const isSame = group !== null && group === history.group && now - history.changedAt < PAUSE_MS;
  const past = isSame ? history.past : [...history.past.slice(-MOST), history.present];
  return { past, present: next, future: [], group, changedAt: now };
}

/** Another view of the same words (blocks read anew): no step. */
export function refresh(history: History, present: StudioText): History {
  return present === history.present ? history : { ...history, present };
}

export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future], group: null, changedAt: 0 };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, group: null, changedAt: 0 };
}
