import { expect, it } from 'vitest';
import { isLearnerNumber } from '../../../src/domain/people/roster/learner-number.ts';
import { hasRightCheckDigit } from '../../../src/kiosk/check-digit.ts';

it('a kiosk judges a number’s check digit as the roster does', () => {
  for (let n = 0; n < 1_000_000; n += 37) {
    const number = String(n).padStart(6, '0');
    expect(hasRightCheckDigit(number), number).toBe(isLearnerNumber(number));
  }
});
