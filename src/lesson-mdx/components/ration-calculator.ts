import { calculator } from './calculator.ts';

/** `<RationCalculator />`: feed of growing sheep by weight, and its price. */
export const rationCalculator = calculator('RationCalculator', () => 'ration', {
  zh: '算一算：按体重配料',
  en: 'Work it out: feed by weight',
});
