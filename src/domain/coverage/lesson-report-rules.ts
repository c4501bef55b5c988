/** Without a record for longer than this somebody has walked away: the rest of the gap is not time spent. */
const LONGEST_GAP_MS = 5 * 60_000;

/** Time spent in the lesson in one sitting, in ms: the gaps between its records, none longer than five minutes. */
export function timeSpent(moments: readonly number[]): number {
  return moments.reduce((sum, at, index) => {
    const before = moments[index - 1];
    return before === undefined ? sum : sum + Math.min(LONGEST_GAP_MS, Math.max(0, at - before));
  }, 0);
}

/** The middle value; of an even number the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}
