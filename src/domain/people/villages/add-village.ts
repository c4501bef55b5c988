import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { refusedBy } from '../constraint-violations.ts';
import { requirePermission } from '../permissions.ts';
import { type VillageInput, type VillageProblem, villageProblem } from './village-rules.ts';
import { tellKiosks, VILLAGE_REFUSALS, writeAliases } from './villages-queries.ts';

type AddVillage = { ok: true; villageId: string } | { ok: false; reason: VillageProblem | 'name-taken' | 'alias-taken' };

/** The township has one more village, after the others: villages are merged, split and renamed over the years. */
export async function addVillage(db: Database, actor: Actor, input: VillageInput, now: Date): Promise<AddVillage> {
  requirePermission(actor, 'village:write');
  const problem = villageProblem(input);
  if (problem !== null) return { ok: false, reason: problem };
  const { townshipId } = actor;
  const villageId = randomUUID();
  return refusedBy(VILLAGE_REFUSALS, () =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('village')
        .values((insert) => ({
          township_id: townshipId,
          id: villageId,
          name_zh: input.nameZh.trim(),
          name_en: input.nameEn.trim() || input.nameZh.trim(),
          since: input.since,
          until: input.until,
          position: insert
            .selectFrom('village')
            .select((select) => select(select.fn.coalesce(select.fn.max('position'), select.lit(0)), '+', 1).as('next'))
            .where('township_id', '=', townshipId),
        }))
        .execute();
      await writeAliases(trx, townshipId, villageId, input.aliases);
      await tellKiosks(trx);
      await writeAudit(trx, actor, { deed: 'village-added', subject: villageId, detail: { name: input.nameZh.trim() } }, now);
      return { ok: true as const, villageId };
    }),
  );
}
