import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';

interface ListedVillage {
  id: string;
  nameZh: string;
  nameEn: string;
  isInvented: boolean;
}

/** The villages the township has on that day, in its own order. Anyone may see them: the kiosk shows them as tiles. */
export async function listVillages(db: Database, townshipId: string, onDay: Day): Promise<ListedVillage[]> {
  return db
    .selectFrom('village')
    .select(['id', 'name_zh as nameZh', 'name_en as nameEn', 'is_invented as isInvented'])
    .where('township_id', '=', townshipId)
    .where('since', '<=', onDay)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', onDay)]))
    .orderBy('position')
    .orderBy('name_zh')
    .execute();
}
