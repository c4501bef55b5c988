import { BASE, type BaseState } from './base-state.ts';
import type { RecordStatus } from './records.ts';

/** How this kiosk stands; null where it is not known (yet). */
export interface KioskHealth {
  records: Pick<RecordStatus, 'waiting' | 'refused'> | null;
  base: BaseState | null;
  isPersisted: boolean | null;
  /** Languages of the voices found, as `zh-CN`; the browser tells them late, or not at all. */
  voices: string[] | null;
}

const FIRST_MS = 20_000;
const EVERY_MS = 10 * 60_000;

let records: KioskHealth['records'] = null;
let base: BaseState | null = null;

/** What is known of this kiosk now. */
export async function kioskHealth(): Promise<KioskHealth> {
  const isPersisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
  const voices = 'speechSynthesis' in window ? [...new Set(speechSynthesis.getVoices().map(({ lang }) => lang))] : [];
  return { records, base, isPersisted, voices };
}

/** Tells the township; false when it could not be told. */
export async function report(): Promise<boolean> {
  // Chromium asks nobody: it agrees once the page is installed as an app, and that may come after pairing.
  if (base !== null) await navigator.storage?.persist?.().catch(() => false);
  const { isPersisted, voices } = await kioskHealth();
  const isWhole = base?.kind === 'whole';
  const isOff = base?.kind === 'no-room' || base?.kind === 'network';
  const body = {
    now: new Date().toISOString(),
    unsent: records?.waiting ?? null,
    refused: records?.refused ?? null,
    isPersisted,
    voices: voices?.slice(0, 200).map((language) => language.slice(0, 40)) ?? null,
    items: base?.items ?? null,
    missingItems: base ? (isWhole ? 0 : base.missingItems - base.doneItems) : null,
    bytes: base?.bytes ?? null,
    problem: isOff ? base?.kind : null,
    build: base?.build ?? '',
  };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/api/kiosk-report/', { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
  return response?.ok ?? false;
}

document.addEventListener('furrow:records', (event) => {
  records = (event as CustomEvent<RecordStatus>).detail;
});
navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; state?: BaseState } | null>) => {
  if (data?.kind !== BASE || !data.state) return;
  base = data.state;
  document.dispatchEvent(new CustomEvent('furrow:base', { detail: base }));
  // Something new was brought, or something is wrong: not worth ten minutes' wait.
  if (base.kind === 'no-room' || (base.kind === 'whole' && base.missingItems > 0)) void report();
});
// Pages that are only passed through say nothing.
window.setTimeout(() => void report(), FIRST_MS);
window.setInterval(() => void report(), EVERY_MS);
