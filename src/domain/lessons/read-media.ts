import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';

export interface MediaPart {
  mediaType: string;
  /** Of the whole file, in bytes. */
  size: number;
  /** Place of `bytes` in the file, counted from 0; `last` is included. */
  first: number;
  last: number;
  bytes: Buffer;
}

/** Part of a file that is asked for: from `first` to `last`, or the last `suffix` bytes. Ends beyond the file are cut. */
export type AskedPart = { first: number; last?: number } | { suffix: number };

/**
 * A file of the township by its SHA-256 (64 hex digits), or the part of it that is asked for; null when this township has none,
 * `beyond` when the part begins behind the end.
 */
export async function readMedia(
  db: Database,
  townshipId: string,
  digest: string,
  asked: AskedPart = { first: 0 },
): Promise<MediaPart | { beyond: true; size: number } | null> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return null;
  const found = await db
    .selectFrom('media')
    .select(['media_type', sql<number>`octet_length(bytes)`.as('size')])
    .where('township_id', '=', townshipId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (!found) return null;
  const { size } = found;
  const first = 'suffix' in asked ? Math.max(0, size - asked.suffix) : asked.first;
  const last = 'suffix' in asked ? size - 1 : Math.min(asked.last ?? size - 1, size - 1);
  if (first > last) return { beyond: true, size };
  // Counted from 1. A part is cut out by the database: a player asks many times for pieces of a large file.
  const part = await db
    .selectFrom('media')
    .select(sql<Buffer>`substring(bytes from ${first + 1}::int for ${last - first + 1}::int)`.as('bytes'))
    .where('township_id', '=', townshipId)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow();
  return { mediaType: found.media_type, size, first, last, bytes: part.bytes };
}
