import { calculator } from './calculator.ts';

/** `<CleanWoolCalculator />`: clean wool from greasy weight and yield, and what it sells for. */
export const cleanWoolCalculator = calculator('CleanWoolCalculator', () => 'clean-wool', {
  zh: '算一算：净毛',
  en: 'Work it out: clean wool',
});
