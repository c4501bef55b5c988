import type { LearnerInput } from '../domain/people/roster/learner-input.ts';
import { field } from './office-page.ts';

/** A farmer's particulars as the form has them; what was left open is null. */
export function learnerParticulars(form: FormData) {
  const birthYear = field(form, 'birthYear');
  return {
    name: field(form, 'name'),
    sex: oneOf(field(form, 'sex'), ['female', 'male'] as const),
    birthYear: birthYear === '' ? null : Number(birthYear),
    literacy: oneOf(field(form, 'literacy'), ['none', 'some', 'reads'] as const),
    language: field(form, 'language') || 'zh',
    trade: field(form, 'trade') || null,
    isAway: field(form, 'isAway') === 'on',
  } satisfies Omit<LearnerInput, 'villageId'>;
}

function oneOf<T extends string>(text: string, allowed: readonly T[]): T | null {
  return allowed.find((each) => each === text) ?? null;
}
