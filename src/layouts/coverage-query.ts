import type { CoverageInput } from '../domain/coverage/coverage-report.ts';
import { RUNGS, type Rung } from '../domain/learning/rungs.ts';

/** What a coverage address asks for. The screen and both CSV files read the same address the same way. */
export function coverageInput(query: URLSearchParams, today: string): CoverageInput {
  const rung = query.get('rung');
  return {
    rung: RUNGS.includes(rung as Rung) ? (rung as Rung) : 'completed',
    baseId: query.get('base') || undefined,
    groupId: uuid(query.get('group')),
    villageId: uuid(query.get('village')),
    asOf: cutOff(day(query.get('asOf')), today),
    from: day(query.get('from')),
  };
}

/** No later than today: what is not yet known cannot be counted. */
function cutOff(asked: string | undefined, today: string): string {
  return asked === undefined || asked > today ? today : asked;
}

/** The address part that asks for the same figures again, with `changes` in it; undefined takes a part away. */
export function coverageAddress(input: CoverageInput, changes: Partial<CoverageInput> = {}): string {
  const { rung, asOf, from, baseId, groupId } = { ...input, ...changes };
  const parts = { rung, asOf, from, base: baseId, group: groupId };
  return new URLSearchParams(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined)).toString();
}

/** Beginnings of the periods people ask for, none later than `asOf`. */
export function periodBeginnings(asOf: string): Record<'month' | 'quarter' | 'year', string> {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const first = (of: number) => `${year}-${String(of).padStart(2, '0')}-01`;
  return { month: first(month), quarter: first(Math.floor((month - 1) / 3) * 3 + 1), year: first(1) };
}

function day(text: string | null): string | undefined {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  // The 31st of February parses, as a day in March.
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

function uuid(text: string | null): string | undefined {
  return text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
