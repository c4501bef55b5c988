import { describe, expect, it } from 'vitest';
import en from '../../../src/i18n/calculators/en.ts';
import zh from '../../../src/i18n/calculators/zh.ts';
import { grossMargin } from '../../../src/kiosk/calculators/budget.ts';
import { readField, round, stepField } from '../../../src/kiosk/calculators/calculator.ts';
import { calculatorOf, type Sum } from '../../../src/kiosk/calculators/calculators.ts';
import { cleanWool } from '../../../src/kiosk/calculators/clean-wool.ts';
import { costOf, rationFor } from '../../../src/kiosk/calculators/ration.ts';
import { wageOwed } from '../../../src/kiosk/calculators/wage.ts';

describe('the ration of a growing sheep', () => {
  it('is the table’s at 30, 40 and 50 kg', () => {
    expect(rationFor(30)).toEqual({ concentrate: [0.2, 0.3], silage: [1, 1.5], hay: [0.3, 0.3] });
    expect(rationFor(40)).toEqual({ concentrate: [0.3, 0.4], silage: [1.5, 2], hay: [0.5, 0.5] });
    expect(rationFor(50)).toEqual({ concentrate: [0.4, 0.5], silage: [2, 2.5], hay: [0.5, 0.5] });
  });
  it('is in proportion between them, and nothing is made up outside', () => {
    expect(rationFor(35)).toEqual({ concentrate: [0.25, 0.35], silage: [1.25, 1.75], hay: [0.4, 0.4] });
    expect([rationFor(29.9), rationFor(50.1), rationFor(Number.NaN)]).toEqual([null, null, null]);
  });
  it('costs the sum of its feeds', () => {
    const ration = rationFor(40);
    expect(ration && costOf(ration, { concentrate: 2, silage: 0.5, hay: 1 })).toEqual([1.85, 2.3]);
  });
  it('rounds half a fen up, though binary fractions fall short of it', () => {
    const ration = rationFor(45);
    expect(ration && costOf(ration, { concentrate: 2.5, silage: 0.6, hay: 1.2 })).toEqual([2.53, 3.08]);
  });
});

describe('an enterprise budget', () => {
  it('is what was sold less what had to be bought, and may be a loss', () => {
    expect(grossMargin({ amount: 1.2, price: 900, byproduct: 50, costs: [400, 30, 0.1] })).toEqual({
      sales: 1130,
      spent: 430.1,
      margin: 699.9,
    });
    expect(grossMargin({ amount: 1, price: 300, byproduct: 0, costs: [400] }).margin).toBe(-100);
  });
});

describe('clean wool', () => {
  it('is greasy weight times yield', () => {
    expect(cleanWool(6.9, 34)).toBe(2.3);
    expect(cleanWool(100, 34)).toBe(34);
  });
});

describe('the wage owed', () => {
  const none = { working: 0, rest: 0, holiday: 0 };
  it('counts an hour as the month over 21.75 days of 8 hours', () => {
    expect(wageOwed({ monthly: 3480, monthsUnpaid: 0, overtime: none, paid: 0 }).hourly).toBe(20);
  });
  it('pays 1.5, 2 and 3 times by the kind of day', () => {
    const pay = (overtime: Partial<typeof none>) =>
      wageOwed({ monthly: 3480, monthsUnpaid: 0, overtime: { ...none, ...overtime }, paid: 0 }).overtimePay;
    expect([pay({ working: 10 }), pay({ rest: 8 }), pay({ holiday: 8 })]).toEqual([300, 320, 480]);
  });
  it('takes off what was paid, never below nothing', () => {
    expect(wageOwed({ monthly: 3480, monthsUnpaid: 2, overtime: { ...none, working: 10 }, paid: 3000 }).owed).toBe(4260);
    expect(wageOwed({ monthly: 3480, monthsUnpaid: 1, overtime: none, paid: 9000 }).owed).toBe(0);
  });
  it('says when overtime on working days is over 36 hours', () => {
    const isTooMuch = (working: number) => wageOwed({ monthly: 3480, monthsUnpaid: 0, overtime: { ...none, working }, paid: 0 }).isTooMuch;
    expect([isTooMuch(36), isTooMuch(37)]).toEqual([false, true]);
  });
});

describe('a field', () => {
  const field = { name: 'x', min: 30, max: 50, step: 1, start: 40 };
  it('reads numbers as people write them, and refuses the rest', () => {
    expect(['40', ' 40。5 ', '40，5', '40.'].map((text) => readField(field, text))).toEqual([40, 40.5, 40.5, 40]);
    expect(['29', '51', 'abc', '-40', '1e9', '4 0', '∞'].map((text) => readField(field, text))).toEqual(Array(7).fill('bad'));
    expect(readField(field, '  ')).toBe('empty');
  });
  it('steps from where it stands, within its limits', () => {
    expect(stepField(field, '40', 1)).toBe(41);
    expect(stepField(field, '40.5', -1)).toBe(40);
    expect(stepField(field, '50', 1)).toBe(50);
    expect(stepField(field, 'abc', 1)).toBe(40);
    expect(stepField({ ...field, min: 0, step: 0.1, start: null }, '0.2', 1)).toBe(0.3);
  });
  it('rounds half up without binary dust', () => {
    expect([round(1.005, 2), round(2.345, 2), round(0.1 + 0.2, 2)]).toEqual([1.01, 2.35, 0.3]);
  });
});

describe.each(['ration', 'ewe', 'mu', 'clean-wool', 'wage'] as Sum[])('the calculator %s', (sum) => {
  it('says its sum in both languages with every field at its least, at its start and at its most', () => {
    for (const words of [zh, en]) {
      const { fields, labels, lines } = calculatorOf(sum, words);
      expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(labels).toSorted());
      for (const pick of ['min', 'start', 'max'] as const) {
        const said = lines(Object.fromEntries(fields.map((field) => [field.name, field[pick]])));
        expect(said.length).toBeGreaterThan(0);
        expect(said.join('\n')).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    }
  });
});

describe('the sums in words', () => {
  it('are the ones a farmer would do by hand', () => {
    const say = (sum: Sum, values: Record<string, number | null>) => calculatorOf(sum, zh).lines(values);
    expect(say('clean-wool', { greasy: 6.9, yield: 34, greasyPrice: null, cleanPrice: null })).toEqual(['2.3 公斤净毛 = 6.9 公斤 × 34%。']);
    expect(say('ewe', { amount: 1, price: 900, byproduct: 50, feed: 400, count: 20 }).slice(-2)).toEqual([
      '一只母羊一年剩 550 元 = 950 − 400。',
      '20 只一共 11000 元 = 550 × 20。',
    ]);
    expect(say('mu', { amount: 500, price: 2, seed: 1200, count: 1 }).at(-1)).toBe('一亩亏 200 元：卖了 1000，花了 1200。');
  });
});
