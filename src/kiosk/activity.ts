/** When somebody last touched this kiosk, and how long what plays may count as learning. Times are milliseconds since 1970. */
let usedAt = Date.now();
let playsUntil = 0;

/** Something plays for `ms` from now: it counts as learning for its own length, never longer. */
export function startsPlaying(ms: number): void {
  if (Number.isFinite(ms)) playsUntil = Date.now() + ms;
}

export function stopsPlaying(): void {
  playsUntil = 0;
}

export function touched(): void {
  usedAt = Date.now();
}

/** The last moment of use up to `now`: a touch, or something that was still playing. */
export function lastUse(now: number): number {
  return Math.max(usedAt, Math.min(now, playsUntil));
}

for (const kind of ['pointerdown', 'keydown', 'input', 'wheel']) document.addEventListener(kind, touched, { passive: true, capture: true });
// Media events do not bubble, but they can be caught on the way down. A camera has no length and does not count. Not at 'play':
// a video that has yet to be fetched does not know its length then.
document.addEventListener(
  'playing',
  ({ target }) => {
    if (target instanceof HTMLMediaElement) startsPlaying(((target.duration - target.currentTime) * 1000) / target.playbackRate);
  },
  true,
);
for (const kind of ['pause', 'ended']) document.addEventListener(kind, stopsPlaying, true);
