import { calculator } from './calculator.ts';

/** `<WageCalculator />`: wages and overtime owed by law. */
export const wageCalculator = calculator('WageCalculator', () => 'wage', {
  zh: '算一算：工钱和加班钱',
  en: 'Work it out: wage and overtime',
});
