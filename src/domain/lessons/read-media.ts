import type { Database } from '../../../db/connect.ts';

/** A picture by its SHA-256 (64 hex digits), null when this township has none. */
export async function readMedia(db: Database, townshipId: string, digest: string): Promise<{ mediaType: string; bytes: Buffer } | null> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return null;
  const row = await db
    .selectFrom('media')
    .select(['media_type', 'bytes'])
    .where('township_id', '=', townshipId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row ? { mediaType: row.media_type, bytes: row.bytes } : null;
}
