import { calculator } from './calculator.ts';
import { prop } from './component.ts';

/** `<BudgetCalculator unit="ewe" />` or `unit="mu"`: what one of them leaves in a year. */
export const budgetCalculator = calculator(
  'BudgetCalculator',
  (element) => prop(element, 'unit'),
  { zh: '算一算：剩下多少', en: 'Work it out: what is left' },
  { unit: { holds: 'text', missing: 'missing-prop' } },
  (element, complain) => {
    const unit = prop(element, 'unit');
    if (unit !== '' && unit !== 'ewe' && unit !== 'mu') complain('wrong-prop', undefined, 'unit', element, 'unit');
  },
);
