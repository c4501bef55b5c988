import type { RungDay, Topic } from '../../../db/schema.ts';

/** The ladder of coverage, lowest first; one denominator for all. */
export type Rung = 'reached' | 'completed' | 'mastered' | 'retained' | 'adopted';
export const RUNGS: readonly Rung[] = ['reached', 'completed', 'mastered', 'retained', 'adopted'];

/** The column of `standing_row` that holds the day on which a rung was reached in a topic. */
export function rungDay(topic: Topic, rung: Rung): RungDay {
  return `${topic}_${rung}_on`;
}
