import type { Language, TopicName } from '../lesson-mdx/checked-lesson.ts';
import type { Me } from './me.ts';
import { uuidv7 } from './uuid.ts';

/**
 * One farmer's stay at this kiosk, from sign-in to sign-out. It lives in this page's memory and nowhere else: pages change under it
 * (`navigate.ts`), and a reload, a crash or a pulled plug ends it. What was learned is in the outbox by then.
 */
export interface Sitting {
  id: string;
  /** Null while nobody has checked who it is: begun without a network, or by somebody new. */
  name: string | null;
  /** Says to the server who asks, in no cookie; null while nobody has checked who it is. */
  pass: string | null;
  nextSeq: number;
  /** `lesson@version` of every lesson opened in this sitting. */
  opened: Set<string>;
  /** Questions answered, by `lesson@version`. */
  answered: Map<string, Set<string>>;
  /** What was done in this sitting: all there is to show while the network is away. */
  done: { answers: number; lessons: Set<string> };
  /** The server's last answer about this farmer. */
  me: Me | null;
  /** The one review of this stay, null until it was opened. */
  review: Review | null;
  /** Who learns together; null for one farmer alone. */
  group: Group | null;
}

/** A review under way: the questions, how many were answered, and how many of those look right here. */
export interface Review {
  topic: TopicName;
  questions: {
    lessonId: string;
    version: number;
    questionId: string;
    title: Record<Language, string>;
    html: Record<Language, string>;
    speech: Record<Language, string>;
  }[];
  at: number;
  right: number;
}

/** A class before this screen: seats, and the given names of those who agreed to be called by them. */
export interface Group {
  seats: number[];
  /** By seat; missing in a class that began before an update. */
  names?: Map<number, string>;
  /** Place in `seats` of whoever answers a question, by `lesson@version question`. */
  turns: Map<string, number>;
  /** Place in `seats` of whoever is next. */
  next: number;
}

// Not a variable of this file alone: after an update pages of two builds, each with its own copy of this file, may follow each other in one stay.
const SITTING = Symbol.for('furrow.sitting');
const memory = globalThis as { [SITTING]?: Sitting | null };

export function currentSitting(): Sitting | null {
  return memory[SITTING] ?? null;
}

export function beginSitting(name: string | null, pass: string | null = null): Sitting {
  const done = { answers: 0, lessons: new Set<string>() };
  const sitting: Sitting = {
    id: uuidv7(Date.now()),
    name,
    pass,
    nextSeq: 0,
    opened: new Set(),
    answered: new Map(),
    done,
    me: null,
    review: null,
    group: null,
  };
  memory[SITTING] = sitting;
  document.dispatchEvent(new Event('furrow:sitting'));
  return sitting;
}

/** Forgets the farmer; `furrow:sitting` on the document tells the page. */
export function clearSitting(): void {
  memory[SITTING] = null;
  document.dispatchEvent(new Event('furrow:sitting'));
}
