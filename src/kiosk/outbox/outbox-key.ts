import type { OutboxKey } from './seal.ts';
import { keepSetting, setting } from './store.ts';

let asked: Promise<OutboxKey | null> | null = null;

/** The key to seal with: the server's when it answers, else the one kept from before. Null on a kiosk that never met its server. */
export async function outboxKey(): Promise<OutboxKey | null> {
  const kept = await setting('outboxKey');
  asked ??= askServer().then((key) => {
    if (key === null) asked = null;
    return key;
  });
  // The network must not hold up the next answer: a kept key serves, a new one is used from the next record on.
  return kept ?? asked;
}

async function askServer(): Promise<OutboxKey | null> {
  try {
    const response = await fetch('/api/outbox-key/', { cache: 'no-store' });
    if (!response.ok) return null;
    const key = (await response.json()) as OutboxKey;
    await keepSetting('outboxKey', key);
    return key;
  } catch {
    return null;
  }
}
