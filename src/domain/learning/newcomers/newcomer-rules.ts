const DAY_MS = 24 * 3600 * 1000;

/** Days that somebody new is kept without being found on the roster. */
export const KEPT_DAYS = 90;
/** From so many days before the end on, the township is reminded. */
export const REMINDER_DAYS = 14;
/** Days in which a match can be taken back, at the least. */
export const UNDO_DAYS = 30;

const OLDEST_WITH_GUARDIAN = 14;

/** Whole days until somebody who arrived then is erased; 0 on the last day and after it. */
export function daysLeft(arrivedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((arrivedAt.getTime() + KEPT_DAYS * DAY_MS - now.getTime()) / DAY_MS));
}

/** The moment before which whoever arrived is erased at `now`. */
export function erasedBefore(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}

/** The moment before which a match cannot be taken back any more at `now`, once its 90 days are over as well. */
export function settledBefore(now: Date): Date {
  return new Date(now.getTime() - UNDO_DAYS * DAY_MS);
}

/** Whether somebody of this birth year may be under 14: only with a guardian then (PIPL 28, 31). The year alone is known, so the year they turn 14 counts. */
export function mayBeUnder14(birthYear: number, thisYear: number): boolean {
  return thisYear - birthYear <= OLDEST_WITH_GUARDIAN;
}

/** What is compared: `birthYear` null where the roster does not say. */
export interface Particulars {
  name: string;
  villageId: string;
  birthYear: number | null;
}

const MOST_SUGGESTED = 3;
const LEAST_LIKENESS = 4;

/** The farmers who may be this newcomer, likeliest first, at most three. A name, or a surname, must speak for it: village and year fit too many. */
export function suggest<T extends Particulars>(newcomer: Particulars, candidates: readonly T[]): T[] {
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(newcomer, candidate) }))
    .filter(({ likeness: points }) => points >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_SUGGESTED)
    .map(({ candidate }) => candidate);
}

function likeness(newcomer: Particulars, candidate: Particulars): number {
  const name = nameLikeness(plain(newcomer.name), plain(candidate.name));
  if (name === 0) return 0;
  return name + yearLikeness(newcomer.birthYear, candidate.birthYear) + (newcomer.villageId === candidate.villageId ? 2 : 0);
}

/** 5 the same, 3 a letter apart, 1 the same surname. */
function nameLikeness(said: string, listed: string): number {
  if (said === '') return 0;
  if (said === listed) return 5;
  if (said.length > 1 && isOneApart(said, listed)) return 3;
  return said[0] === listed[0] ? 1 : 0;
}

/** A year off is common: ages are counted in two ways. */
function yearLikeness(said: number | null, listed: number | null): number {
  if (said === null || listed === null) return 0;
  const apart = Math.abs(said - listed);
  return apart === 0 ? 2 : apart === 1 ? 1 : apart > 3 ? -2 : 0;
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.]/g, '');
}

/** Whether one letter changed, added or left out makes one of the other. */
function isOneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
