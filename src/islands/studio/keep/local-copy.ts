import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DraftFiles, DraftMedia } from '../../../domain/lessons/drafts/draft.ts';

/** What this computer keeps of one open editor until the server has it. */
export interface LocalCopy {
  lesson: string;
  /** One open editor. */
  client: string;
  account: string;
  files: DraftFiles;
  media: DraftMedia;
  /** What the server had when these words were begun, and its revision. */
  base: DraftFiles;
  revision: number;
  changedAt: number;
  isOnServer: boolean;
}

interface Schema extends DBSchema {
  texts: { key: [string, string]; value: LocalCopy; indexes: { lesson: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('furrow-studio', 1, {
    upgrade(db) {
      db.createObjectStore('texts', { keyPath: ['lesson', 'client'] }).createIndex('lesson', 'lesson');
    },
  });
  return opened;
}

/** Written through to the disk: without `strict` Chromium loses the last seconds in a power cut. */
export async function keepLocally(copy: LocalCopy): Promise<void> {
  const transaction = (await open()).transaction('texts', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(copy), transaction.done]);
}

/** What editors of this account left here that the server may not have, newest first. */
export async function leftLocally(lesson: string, account: string): Promise<LocalCopy[]> {
  const copies = await (await open()).getAllFromIndex('texts', 'lesson', lesson);
  return copies.filter((copy) => copy.account === account && !copy.isOnServer).toSorted((one, two) => two.changedAt - one.changedAt);
}
