import type { Database } from '../../../../db/connect.ts';
import { lookAt } from './media-queries.ts';

/** Looks once at every stored file that came before facts were noted, one after the other: after an update, and after an old backup is restored. */
export async function noteMediaFacts(db: Database): Promise<{ noted: number }> {
  const places = await db.selectFrom('media').select(['township_id', 'digest']).where('facts', 'is', null).execute();
  for (const place of places) {
    const file = await db
      .selectFrom('media')
      .select(['media_type', 'bytes'])
      .where((eb) => eb.and(place))
      .executeTakeFirst();
    if (!file) continue;
    const facts = JSON.stringify(lookAt(file.media_type, new Uint8Array(file.bytes)));
    await db
      .updateTable('media')
      .set({ facts })
      .where((eb) => eb.and(place))
      .execute();
  }
  return { noted: places.length };
}
