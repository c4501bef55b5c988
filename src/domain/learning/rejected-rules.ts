import { isUuid } from '../people/ids.ts';

/** A record the server did not take, as it may be kept and shown. */
export interface KeptRejected {
  /** Whatever the kiosk called it; empty when it had no name. */
  id: string;
  reason: string;
  sitting: string | null;
  /** JSON text. */
  body: string;
}

// By name, not by omission: a pass, a PIN, a card or a name that a later kiosk writes under a new word must not get in either.
const SHOWN = ['verb', 'sitting', 'seq', 'at', 'lesson', 'version', 'question', 'response', 'rating', 'step', 'voids', 'base', 'helped'];
const LONGEST_BODY = 2_000;

/** What is kept of each rejected record: the facts that help to understand it, never who it says it is. */
export function keptOfRejected(rejected: readonly { id: string; reason: string }[], raw: readonly unknown[]): KeptRejected[] {
  if (rejected.length === 0) return [];
  const sent = new Map(raw.filter(isObject).map((record) => [idOf(record.id), record]));
  const reasons = new Map(rejected.map(({ id, reason }) => [idOf(id), reason]));
  return [...reasons].map(([id, reason]) => {
    const record = sent.get(id) ?? {};
    const body = JSON.stringify(Object.fromEntries(SHOWN.filter((key) => key in record).map((key) => [key, shallow(record[key])])));
    const sitting = typeof record.sitting === 'string' && isUuid(record.sitting) ? record.sitting.toLowerCase() : null;
    return { id, reason, sitting, body: isStorable(body) ? body : '{}' };
  });
}

/** A value as flat as a kiosk writes it; deeper ones would exhaust the stack of whoever prints them. */
function shallow(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => typeof item !== 'object').slice(0, 50);
  return typeof value === 'object' ? null : value;
}

function idOf(id: unknown): string {
  return typeof id === 'string' && isStorable(JSON.stringify(id)) ? id.slice(0, 100).toLowerCase() : '';
}

// PostgreSQL keeps neither NUL nor half a surrogate pair.
function isStorable(text: string): boolean {
  return text.length <= LONGEST_BODY && !/\\u0000|\\ud[89a-f]/i.test(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
