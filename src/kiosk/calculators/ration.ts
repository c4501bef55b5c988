import { round } from './calculator.ts';

/** Kilograms a day for one growing sheep, from the least to the most. */
export interface Ration {
  concentrate: [number, number];
  silage: [number, number];
  hay: [number, number];
}

// Daily feed of growing sheep at 30, 40 and 50 kg, nyncj.changde.gov.cn content_187764; the standard behind it is NY/T 816.
const TABLE: readonly (Ration & { weight: number })[] = [
  { weight: 30, concentrate: [0.2, 0.3], silage: [1, 1.5], hay: [0.3, 0.3] },
  { weight: 40, concentrate: [0.3, 0.4], silage: [1.5, 2], hay: [0.5, 0.5] },
  { weight: 50, concentrate: [0.4, 0.5], silage: [2, 2.5], hay: [0.5, 0.5] },
];
export const LIGHTEST = 30;
export const HEAVIEST = 50;
export const FEEDS = ['concentrate', 'silage', 'hay'] as const;

/**
 * What one growing sheep of `weight` kg eats a day. Between two rows of the table in proportion; null below 30 and above 50 kg, where the table says
 * nothing and the veterinary station has to be asked.
 */
export function rationFor(weight: number): Ration | null {
  const above = TABLE.findIndex((row) => row.weight >= weight);
  const high = TABLE[above];
  if (!high || weight < LIGHTEST) return null;
  const low = TABLE[Math.max(0, above - 1)] ?? high;
  const share = high.weight === low.weight ? 0 : (weight - low.weight) / (high.weight - low.weight);
  const between = (feed: (typeof FEEDS)[number]): [number, number] => [
    round(low[feed][0] + share * (high[feed][0] - low[feed][0]), 2),
    round(low[feed][1] + share * (high[feed][1] - low[feed][1]), 2),
  ];
  return { concentrate: between('concentrate'), silage: between('silage'), hay: between('hay') };
}

/** Yuan a day for one sheep, from the least to the most, at these yuan a kilogram. */
export function costOf(ration: Ration, prices: Readonly<Record<(typeof FEEDS)[number], number>>): [number, number] {
  const at = (end: 0 | 1) =>
    round(
      FEEDS.reduce((sum, feed) => sum + ration[feed][end] * prices[feed], 0),
      2,
    );
  return [at(0), at(1)];
}
