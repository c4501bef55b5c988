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
    asOf: day(query.get('asOf')) ?? today,
    from: day(query.get('from')),
  };
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
