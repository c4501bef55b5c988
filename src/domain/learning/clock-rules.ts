/** Below this a difference is the network's delay or an ordinary clock's drift, and the kiosk's own time stands. */
const HONEST_SKEW_MS = 10 * 60_000;

/**
 * When something happened, from the kiosk's time and how far its clock is behind at sending (`skewMs`; negative when ahead). A clock plainly wrong
 * is put right by that difference, unless it would then lie in the future: the clock was right when it was written and went wrong later.
 * What still lies in the future is taken as now, and `wasFuture` says so. Milliseconds throughout.
 */
export function whenItHappened(kioskTime: Date, skewMs: number, now: Date): { occurredAt: Date; wasFuture: boolean } {
  const corrected = new Date(kioskTime.getTime() + skewMs);
  if (Math.abs(skewMs) > HONEST_SKEW_MS && corrected <= now) return { occurredAt: corrected, wasFuture: kioskTime > now };
  return kioskTime > now ? { occurredAt: now, wasFuture: true } : { occurredAt: kioskTime, wasFuture: false };
}
