import type { CalculatorWords } from '../../i18n/calculators/zh.ts';
import { grossMargin } from './budget.ts';
import { type Calculator, type CalculatorField, round, type Values } from './calculator.ts';
import { cleanWool } from './clean-wool.ts';
import { costOf, FEEDS, HEAVIEST, LIGHTEST, rationFor } from './ration.ts';
import { wageOwed } from './wage.ts';

export type Sum = keyof CalculatorWords['titles'];

/** Every calculator a lesson may hold, speaking these words. */
export function calculatorOf(sum: Sum, words: CalculatorWords): Calculator & { labels: Record<string, readonly string[]>; note: string } {
  switch (sum) {
    case 'ration':
      return { ...ration(words.ration), labels: words.ration.fields, note: words.ration.note };
    case 'ewe':
      return { ...budget(words, 'ewe', { amount: 5, price: 10_000 }), labels: words.ewe.fields, note: words.budget.note };
    case 'mu':
      return { ...budget(words, 'mu', { amount: 20_000, price: 1_000 }), labels: words.mu.fields, note: words.budget.note };
    case 'clean-wool':
      return { ...wool(words.cleanWool), labels: words.cleanWool.fields, note: words.cleanWool.note };
    case 'wage':
      return { ...wage(words.wage), labels: words.wage.fields, note: words.wage.note };
  }
}

function ration(words: CalculatorWords['ration']): Calculator {
  const price = (name: string): CalculatorField => ({ name, min: 0, max: 50, step: 0.1, start: null, isOptional: true });
  return {
    fields: [
      { name: 'weight', min: LIGHTEST, max: HEAVIEST, step: 1, start: 40 },
      { name: 'sheep', min: 1, max: 5000, step: 1, start: 10 },
      ...FEEDS.map(price),
    ],
    lines({ weight, sheep, concentrate, silage, hay }) {
      const eaten = rationFor(weight ?? 0);
      if (!eaten) return [];
      const count = sheep ?? 1;
      const [c, s, h] = FEEDS.map((feed) => range(eaten[feed]));
      const [C, S, H] = FEEDS.map((feed) => range(eaten[feed], count));
      const lines = [words.perSheep(say(weight), c ?? '', s ?? '', h ?? ''), words.flock(say(sheep), C ?? '', S ?? '', H ?? '')];
      if (concentrate == null || silage == null || hay == null) return [...lines, words.noPrice];
      const cost = costOf(eaten, { concentrate, silage, hay });
      return [...lines, words.cost(range(cost), say(sheep), range(cost, count))];
    },
  };
}

function budget(words: CalculatorWords, unit: 'ewe' | 'mu', most: { amount: number; price: number }): Calculator {
  const costs = Object.keys(words[unit].fields).filter((name) => !['amount', 'price', 'byproduct', 'count'].includes(name));
  const money = (name: string): CalculatorField => ({ name, min: 0, max: 100_000, step: 10, start: null, isOptional: true });
  return {
    fields: [
      { name: 'amount', min: 0, max: most.amount, step: unit === 'ewe' ? 0.1 : 10, start: null },
      { name: 'price', min: 0, max: most.price, step: unit === 'ewe' ? 10 : 0.1, start: null },
      ...['byproduct', ...costs].map(money),
      { name: 'count', min: 1, max: 10_000, step: 1, start: 1 },
    ],
    lines(values) {
      const spentOn = costs.map((name) => values[name] ?? 0);
      const { sales, spent, margin } = grossMargin({
        amount: values.amount ?? 0,
        price: values.price ?? 0,
        byproduct: values.byproduct ?? 0,
        costs: spentOn,
      });
      const each = words[unit];
      const lines = [
        words.budget.sales(say(values.amount), say(values.price), say(values.byproduct ?? 0), say(sales)),
        words.budget.spent(spentOn.map(say).join(' + '), say(spent)),
        margin >= 0 ? each.left(say(sales), say(spent), say(margin)) : each.lost(say(sales), say(spent), say(-margin)),
      ];
      const count = values.count ?? 1;
      return count === 1 ? lines : [...lines, each.all(say(count), say(margin), say(round(margin * count, 2)))];
    },
  };
}

function wool(words: CalculatorWords['cleanWool']): Calculator {
  const price = (name: string): CalculatorField => ({ name, min: 0, max: 1_000, step: 1, start: null, isOptional: true });
  return {
    fields: [
      { name: 'greasy', min: 0.1, max: 100_000, step: 0.1, start: 6.9 },
      { name: 'yield', min: 10, max: 90, step: 1, start: 34 },
      price('greasyPrice'),
      price('cleanPrice'),
    ],
    lines({ greasy, yield: percent, greasyPrice, cleanPrice }) {
      const clean = cleanWool(greasy ?? 0, percent ?? 0);
      const lines = [words.clean(say(clean), say(greasy), say(percent))];
      if (greasyPrice != null) lines.push(words.greasyMoney(say(round((greasy ?? 0) * greasyPrice, 2)), say(greasy), say(greasyPrice)));
      if (cleanPrice != null) lines.push(words.cleanMoney(say(round(clean * cleanPrice, 2)), say(clean), say(cleanPrice)));
      return lines;
    },
  };
}

function wage(words: CalculatorWords['wage']): Calculator {
  const hours = (name: string): CalculatorField => ({ name, min: 0, max: 400, step: 1, start: 0 });
  return {
    fields: [
      { name: 'monthly', min: 100, max: 100_000, step: 100, start: null },
      { name: 'monthsUnpaid', min: 0, max: 60, step: 1, start: 0 },
      ...['working', 'rest', 'holiday'].map(hours),
      { name: 'paid', min: 0, max: 10_000_000, step: 100, start: 0 },
    ],
    lines(values: Values) {
      const { monthly, monthsUnpaid, working, rest, holiday, paid } = values;
      const overtime = { working: working ?? 0, rest: rest ?? 0, holiday: holiday ?? 0 };
      const sum = wageOwed({ monthly: monthly ?? 0, monthsUnpaid: monthsUnpaid ?? 0, overtime, paid: paid ?? 0 });
      return [
        words.hourly(say(sum.hourly), say(monthly)),
        words.overtime(say(sum.overtimePay), say(working), say(rest), say(holiday)),
        ...(sum.isTooMuch ? [words.tooMuch] : []),
        sum.owed > 0
          ? words.owed(say(sum.owed), say(monthly), say(monthsUnpaid), say(sum.overtimePay), say(paid))
          : words.nothingOwed(say(paid)),
      ];
    },
  };
}

// Word joiners: a line never breaks inside “0.3–0.4”.
function range([least, most]: readonly [number, number], times = 1): string {
  const [low, high] = [round(least * times, 2), round(most * times, 2)];
  return low === high ? say(low) : `${say(low)}\u2060–\u2060${say(high)}`;
}

function say(value: number | null | undefined): string {
  return String(value ?? 0);
}
