import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxKey } from './seal.ts';

/** One sealed record on this kiosk's disk. `at` times are milliseconds since 1970 by the kiosk's clock. */
export interface Entry {
  /** The order of writing, which is the order of sending. */
  n?: number;
  id: string;
  keyId: string;
  sealed: string;
  storedAt: number;
  /** 1 until the server answered for this very id. */
  waiting: 0 | 1;
  answeredAt: number | null;
  /** Why the server did not take it; such an entry is kept, and shown to the trainer by the server. */
  refused: string | null;
}

/** What the kiosk remembers about itself: nothing here is about a person. */
interface Settings {
  outboxKey: OutboxKey;
  /** The server database's epoch; a new one says that a backup was restored. */
  epoch: string;
  /** Number of the next sitting on this kiosk. */
  nextSitting: number;
}

interface Shape extends DBSchema {
  entries: { key: number; value: Entry; indexes: { waiting: [number, number]; id: string; refused: string } };
  settings: { key: string; value: unknown };
}

/** Chromium's default ("relaxed") lost acknowledged writes in power cuts; "strict" is on the disk before it answers. */
export const STRICT = { durability: 'strict' } as const;

let opened: Promise<IDBPDatabase<Shape>> | null = null;

/** The kiosk's own database, opened once. */
export function store(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('furrow', 1, {
    upgrade(database) {
      const entries = database.createObjectStore('entries', { keyPath: 'n', autoIncrement: true });
      entries.createIndex('waiting', ['waiting', 'n']);
      entries.createIndex('id', 'id');
      entries.createIndex('refused', 'refused');
      database.createObjectStore('settings');
    },
    terminated() {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

export async function setting<K extends keyof Settings>(name: K): Promise<Settings[K] | undefined> {
  return (await (await store()).get('settings', name)) as Settings[K] | undefined;
}

export async function keepSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  const transaction = (await store()).transaction('settings', 'readwrite', STRICT);
  await Promise.all([transaction.store.put(value, name), transaction.done]);
}
