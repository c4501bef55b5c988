import type { Database } from '../../../../db/connect.ts';
import { UPLOAD_KEPT_MS } from './medium-rules.ts';

/** Forgets uploads that nobody went on with for three days, and the answers of finished ones. What they became stays. */
export async function sweepUploads(db: Database, now: Date): Promise<{ swept: number }> {
  const gone = await db
    .deleteFrom('upload')
    .where('seen_at', '<', new Date(now.getTime() - UPLOAD_KEPT_MS))
    .executeTakeFirst();
  return { swept: Number(gone.numDeletedRows) };
}
