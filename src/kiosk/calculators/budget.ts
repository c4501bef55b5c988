import { round } from './calculator.ts';

/** A year of one ewe or one mu, in yuan. `amount` is sold at `price`; `byproduct` is what else it earned. */
export interface Budget {
  amount: number;
  price: number;
  byproduct: number;
  /** What had to be bought for it: feed or seed, medicine or fertiliser, hired hands … */
  costs: readonly number[];
}

/**
 * The enterprise budget: gross margin = sales − variable costs (general knowledge of farm management; no law and no source fixes it). One's own
 * work, the shed and the machines are not in it.
 */
export function grossMargin({ amount, price, byproduct, costs }: Budget): { sales: number; spent: number; margin: number } {
  const sales = round(amount * price + byproduct, 2);
  const spent = round(
    costs.reduce((sum, cost) => sum + cost, 0),
    2,
  );
  return { sales, spent, margin: round(sales - spent, 2) };
}
