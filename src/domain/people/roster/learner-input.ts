/** What the roster holds of a farmer, and no more. Days are `YYYY-MM-DD`. */
export interface LearnerInput {
  name: string;
  sex?: 'female' | 'male' | null;
  birthYear?: number | null;
  literacy?: 'none' | 'some' | 'reads' | null;
  language?: string;
  trade?: string | null;
  villageId: string;
  groupIds?: string[];
  isAway?: boolean;
  consentOn?: string | null;
  /** Since when they live in the village; today when left out. */
  since?: string;
}

export type LearnerInputProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'birth-year-not-possible'
  | 'trade-too-long'
  | 'language-not-known'
  | 'day-not-possible';

/** The first thing wrong with a farmer's particulars, or null. `thisYear` bounds the birth year. */
export function learnerInputProblem(
  input: Partial<Pick<LearnerInput, 'name' | 'birthYear' | 'trade' | 'language' | 'consentOn' | 'since'>>,
  thisYear: number,
): LearnerInputProblem | null {
  if (input.name !== undefined && input.name.trim() === '') return 'name-missing';
  if ((input.name ?? '').length > 60) return 'name-too-long';
  const year = input.birthYear ?? null;
  if (year !== null && !(Number.isInteger(year) && year >= 1900 && year <= thisYear)) return 'birth-year-not-possible';
  if ((input.trade ?? '').length > 60) return 'trade-too-long';
  if (input.language !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(input.language)) return 'language-not-known';
  if ([input.consentOn, input.since].some((day) => typeof day === 'string' && !isDay(day))) return 'day-not-possible';
  return null;
}

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
