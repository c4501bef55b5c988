/** The ladder of coverage, lowest first; one denominator for all. */
export type Rung = 'reached' | 'completed' | 'mastered' | 'retained' | 'adopted';
export const RUNGS: readonly Rung[] = ['reached', 'completed', 'mastered', 'retained', 'adopted'];
