import type { Day } from '../../../../db/schema.ts';

/** From a day on, up to but not on another; null: still so. */
export interface Span {
  since: Day;
  until: Day | null;
}

/** The days of any of these, as few spans as can say it, earliest first. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of inOrder(spans)) {
    const last = union.at(-1);
    if (last && (last.until === null || span.since <= last.until)) last.until = later(last.until, span.until);
    else union.push({ since: span.since, until: span.until });
  }
  return union;
}

/** What is left of `span` on the days that none of `others` has. */
export function without<T extends Span>(span: T, others: readonly Span[]): T[] {
  const left: T[] = [];
  let since: Day | null = span.since;
  for (const other of unionOf(others)) {
    if (since === null) break;
    if (other.until !== null && other.until <= since) continue;
    if (span.until !== null && other.since >= span.until) break;
    if (other.since > since) left.push({ ...span, since, until: other.since });
    since = other.until;
  }
  if (since !== null && (span.until === null || since < span.until)) left.push({ ...span, since });
  return left;
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? null : a > b ? a : b;
}

/** What the roster says of a person beyond the name; null: nothing. */
export interface Blanks {
  sex: 'female' | 'male' | null;
  birthYear: number | null;
  literacy: 'none' | 'some' | 'reads' | null;
  trade: string | null;
  consentOn: Day | null;
}

const FILLED = ['sex', 'birthYear', 'literacy', 'trade', 'consentOn'] as const;

/** The entry that stays says what it says; what it leaves open is taken from the other. */
export function filledFrom(kept: Blanks, dropped: Blanks): { filled: Blanks; taken: (typeof FILLED)[number][] } {
  const taken = FILLED.filter((name) => kept[name] === null && dropped[name] !== null);
  return { filled: { ...kept, ...Object.fromEntries(taken.map((name) => [name, dropped[name]])) }, taken };
}

/** What two entries say differently and a person hardly changes: a reason to look again before they are made one. */
export function contradictions(
  kept: Pick<Blanks, 'sex' | 'birthYear'>,
  dropped: Pick<Blanks, 'sex' | 'birthYear'>,
): ('sex' | 'birthYear')[] {
  return (['sex', 'birthYear'] as const).filter((name) => kept[name] !== null && dropped[name] !== null && kept[name] !== dropped[name]);
}
