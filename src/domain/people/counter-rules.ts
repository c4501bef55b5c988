import type { Schema } from '../../../db/schema.ts';

export type CounterScope = Schema['sign_in_counter']['scope'];

interface CounterRule {
  /** The failure that brings the first pause. */
  pauseFrom: number;
  firstPauseSeconds: number;
  longestPauseSeconds: number;
  /** Failures are counted from the first; when this long has passed since then, counting begins anew. */
  windowSeconds: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

// A learner's own mistakes bite soon. A kiosk and a township serve many, so their pauses come late and stay short: they must slow a guesser
// without shutting a whole village out. 'pin' counts one PIN tried on many numbers.
const RULES: Record<CounterScope, CounterRule> = {
  learner: { pauseFrom: 5, firstPauseSeconds: 60, longestPauseSeconds: HOUR, windowSeconds: DAY },
  kiosk: { pauseFrom: 20, firstPauseSeconds: 60, longestPauseSeconds: 15 * 60, windowSeconds: HOUR },
  township: { pauseFrom: 200, firstPauseSeconds: 30, longestPauseSeconds: 5 * 60, windowSeconds: HOUR },
  pin: { pauseFrom: 15, firstPauseSeconds: 60, longestPauseSeconds: HOUR, windowSeconds: DAY },
  account: { pauseFrom: 5, firstPauseSeconds: 60, longestPauseSeconds: HOUR, windowSeconds: DAY },
  pairing: { pauseFrom: 10, firstPauseSeconds: 60, longestPauseSeconds: 15 * 60, windowSeconds: HOUR },
  setup: { pauseFrom: 10, firstPauseSeconds: 60, longestPauseSeconds: 15 * 60, windowSeconds: HOUR },
};

/** How long the pause is after that many failures: 0 at first, then doubling up to the longest. */
export function pauseSeconds(scope: CounterScope, failures: number): number {
  const rule = RULES[scope];
  if (failures < rule.pauseFrom) return 0;
  return Math.min(rule.longestPauseSeconds, rule.firstPauseSeconds * 2 ** Math.min(30, failures - rule.pauseFrom));
}

/** Whether failures counted since `firstFailedAt` are old enough to be forgotten. */
export function isForgotten(scope: CounterScope, firstFailedAt: Date, now: Date): boolean {
  return now.getTime() - firstFailedAt.getTime() > RULES[scope].windowSeconds * 1000;
}
