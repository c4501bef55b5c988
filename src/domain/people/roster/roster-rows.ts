import { type LearnerInput, learnerInputProblem } from './learner-input.ts';
import type { RosterColumn } from './roster-columns.ts';

export interface RosterRowProblem {
  /** Line in the file, from 1, as a text editor counts. */
  line: number;
  column: RosterColumn | null;
  reason:
    | 'name-missing'
    | 'name-too-long'
    | 'village-missing'
    | 'village-unknown'
    | 'sex-not-known'
    | 'birth-year-not-possible'
    | 'trade-too-long'
    | 'group-unknown'
    | 'twice-in-file'
    | 'already-on-roster';
  /** What stood there. */
  value: string;
}

interface RosterRow {
  line: number;
  learner: LearnerInput;
}

/** The township's own words, made ready for looking up by `lookupKey`. */
export interface RosterWords {
  villages: Map<string, string>;
  groups: Map<string, string>;
  /** `personKey` of everyone on the roster. */
  people: Set<string>;
}

const SEX: Record<string, 'female' | 'male'> = { 女: 'female', f: 'female', female: 'female', 男: 'male', m: 'male', male: 'male' };

/** Turns the rows of a file into farmers; every problem of every row is told, not only the first. */
export function readRows(
  rows: { line: number; cells: string[] }[],
  at: Partial<Record<RosterColumn, number>>,
  words: RosterWords,
  thisYear: number,
): { good: RosterRow[]; problems: RosterRowProblem[] } {
  const good: RosterRow[] = [];
  const problems: RosterRowProblem[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const cell = (column: RosterColumn) => cells[at[column] ?? -1]?.trim() ?? '';
    const before = problems.length;
    const tell = (column: RosterColumn | null, reason: RosterRowProblem['reason'], value: string) =>
      problems.push({ line, column, reason, value: value.slice(0, 80) });
    const learner = readLearner(cell, words, tell, thisYear);
    if (problems.length > before) continue;
    const key = personKey(learner);
    if (seen.has(key)) tell('name', 'twice-in-file', learner.name);
    else if (words.people.has(key)) tell('name', 'already-on-roster', learner.name);
    else good.push({ line, learner });
    seen.add(key);
  }
  return { good, problems };
}

function readLearner(
  cell: (column: RosterColumn) => string,
  words: RosterWords,
  tell: (column: RosterColumn | null, reason: RosterRowProblem['reason'], value: string) => void,
  thisYear: number,
): LearnerInput {
  const name = cell('name');
  const nameProblem = learnerInputProblem({ name }, thisYear);
  if (nameProblem === 'name-missing' || nameProblem === 'name-too-long') tell('name', nameProblem, name);

  const village = cell('village');
  const villageId = words.villages.get(lookupKey(village)) ?? words.villages.get(lookupKey(`${village}村`)) ?? '';
  if (village === '') tell('village', 'village-missing', '');
  else if (villageId === '') tell('village', 'village-unknown', village);

  const sexText = cell('sex');
  const sex = SEX[sexText.toLowerCase()] ?? null;
  if (sexText !== '' && sex === null) tell('sex', 'sex-not-known', sexText);

  const yearText = cell('birthYear').replace(/年$/, '');
  const birthYear = yearText === '' ? null : Number(yearText);
  const isYear = /^[0-9]{4}$/.test(yearText) && learnerInputProblem({ birthYear }, thisYear) === null;
  if (birthYear !== null && !isYear) tell('birthYear', 'birth-year-not-possible', yearText);

  const trade = cell('trade') || null;
  if (learnerInputProblem({ trade }, thisYear) !== null) tell('trade', 'trade-too-long', cell('trade'));

  const groupIds = [];
  for (const group of cell('group').split(/[;；、|/]/)) {
    if (group.trim() === '') continue;
    const groupId = words.groups.get(lookupKey(group));
    if (groupId === undefined) tell('group', 'group-unknown', group.trim());
    else groupIds.push(groupId);
  }
  return { name, villageId, sex, birthYear, trade, groupIds };
}

/** How a name of a village or group is looked up: capitals and spaces do not matter. */
export function lookupKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** Two rows with this in common are taken for one person. */
export function personKey(person: { name: string; villageId: string; sex?: string | null; birthYear?: number | null }): string {
  return JSON.stringify([person.name.trim(), person.villageId, person.sex ?? null, person.birthYear ?? null]);
}
