import { describe, expect, test } from 'vitest';
import { isForgotten, pauseSeconds } from '../../../src/domain/people/counter-rules.ts';
import { isCommonPin, isOwnPin, isPin } from '../../../src/domain/people/pin-rules.ts';
import { isLearnerNumber, makeLearnerNumber } from '../../../src/domain/people/roster/learner-number.ts';

describe('PIN rules', () => {
  test.each(['1111', '1234', '4321', '7890', '9012', '1212', '0000', '1968', '2009', '2026'])('%s is refused for everyone', (pin) => {
    expect(isCommonPin(pin, 2026)).toBe(true);
  });

  test.each(['2580', '6173', '2027', '1357', '8024'])('%s is allowed', (pin) => {
    expect(isCommonPin(pin, 2026)).toBe(false);
  });

  test('a PIN is exactly four digits', () => {
    expect(['0742', '742', '07420', '74a2', '７４２１', ''].filter(isPin)).toEqual(['0742']);
  });

  test('nobody may take a piece of their own number', () => {
    expect(isOwnPin('4817', { birthYear: 1970, number: '948173' })).toBe(true);
    expect(isOwnPin('4818', { birthYear: 1970, number: '948173' })).toBe(false);
  });
});

describe('learner numbers', () => {
  test('every number made passes its own check', () => {
    for (let digits = 0; digits < 100_000; digits += 997) expect(isLearnerNumber(makeLearnerNumber(() => digits))).toBe(true);
  });

  test('a wrong digit and swapped neighbours are noticed', () => {
    const number = makeLearnerNumber(() => 57204);
    for (let place = 0; place < 6; place += 1) {
      const wrong = [...number];
      wrong[place] = String((Number(wrong[place]) + 3) % 10);
      expect(isLearnerNumber(wrong.join(''))).toBe(false);
    }
    expect(isLearnerNumber(`${number[1]}${number[0]}${number.slice(2)}`)).toBe(false);
  });
});

describe('pauses', () => {
  test('a learner waits from the fifth failure on, twice as long each time, an hour at most', () => {
    expect([4, 5, 6, 7, 30].map((failures) => pauseSeconds('learner', failures))).toEqual([0, 60, 120, 240, 3600]);
  });

  test('failures of a kiosk are forgotten after an hour, of a learner after a day', () => {
    const at = new Date('2026-03-01T00:00:00Z');
    const later = new Date('2026-03-01T02:00:00Z');
    expect(isForgotten('kiosk', at, later)).toBe(true);
    expect(isForgotten('learner', at, later)).toBe(false);
  });
});
