import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DraftFiles, DraftMedia } from '../../../domain/lessons/drafts/draft.ts';

/** What this computer keeps of one open editor until the server has it. */
export interface LocalCopy {
  lesson: string;
  /** One open editor. */
  client: string;
  /** Whose words they are. Several trainers may use this computer. */
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
  words: { key: [string, string, string]; value: LocalCopy; indexes: { lesson: [string, string] } };
  /** Before version 2: by lesson and editor, so that one account's editor could take the place of another's. */
  texts: { key: [string, string]; value: LocalCopy };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= new Promise((resolve, reject) => {
    openDB<Schema>('furrow-studio', 2, {
      async upgrade(db, from, _to, transaction) {
        const words = db.createObjectStore('words', { keyPath: ['account', 'lesson', 'client'] });
        words.createIndex('lesson', ['account', 'lesson']);
        if (from === 0) return;
        for (const copy of await transaction.objectStore('texts').getAll()) await words.put(copy);
        db.deleteObjectStore('texts');
      },
      // An editor of the version before is still open in another tab. Nobody waits for it; the page says that nothing is kept here.
      blocked: () => reject(new Error('an older editor holds the local copies')),
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    }).then(resolve, reject);
  });
  return opened;
}

/** Written through to the disk: without `strict` Chromium loses the last seconds in a power cut. */
export async function keepLocally(copy: LocalCopy): Promise<void> {
  const transaction = (await open()).transaction('words', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(copy), transaction.done]);
}

/** What editors of this account left here that the server may not have, newest first. */
export async function leftLocally(lesson: string, account: string): Promise<LocalCopy[]> {
  const copies = await (await open()).getAllFromIndex('words', 'lesson', [account, lesson]);
  return copies.filter((copy) => !copy.isOnServer).toSorted((one, two) => two.changedAt - one.changedAt);
}
