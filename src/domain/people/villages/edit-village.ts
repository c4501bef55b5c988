import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { refusedBy } from '../constraint-violations.ts';
import { isUuid } from '../ids.ts';
import { requirePermission } from '../permissions.ts';
import { type VillageInput, type VillageProblem, villageProblem } from './village-rules.ts';
import { livesBeyond, tellKiosks, VILLAGE_REFUSALS, writeAliases } from './villages-queries.ts';

type EditVillage =
  | { ok: true }
  | { ok: false; reason: VillageProblem | 'name-taken' | 'alias-taken' | 'village-unknown' | 'village-has-residents' };

/**
 * Another name, other aliases, other days. A village ends only when nobody on the roster lives there any longer: whoever does is
 * moved first, so that no farmer falls out of every figure.
 */
export async function editVillage(
  db: Database,
  actor: Actor,
  input: VillageInput & { villageId: string },
  now: Date,
): Promise<EditVillage> {
  requirePermission(actor, 'village:write');
  const { townshipId } = actor;
  const { villageId, since, until } = input;
  if (!isUuid(villageId)) return { ok: false, reason: 'village-unknown' };
  const problem = villageProblem(input);
  if (problem !== null) return { ok: false, reason: problem };
  return refusedBy(VILLAGE_REFUSALS, () =>
    db.transaction().execute(async (trx): Promise<EditVillage> => {
      // Locked against a farmer moving in between the question and the answer: a residence takes a share of this row.
      const before = await trx
        .selectFrom('village')
        .select(['name_zh', 'name_en', 'since', 'until'])
        .where('township_id', '=', townshipId)
        .where('id', '=', villageId)
        .forUpdate()
        .executeTakeFirst();
      if (!before) return { ok: false, reason: 'village-unknown' };
      if (await livesBeyond(trx, { townshipId, villageId, since, until })) return { ok: false, reason: 'village-has-residents' };
      const after = { name_zh: input.nameZh.trim(), name_en: input.nameEn.trim() || input.nameZh.trim(), since, until };
      await trx.updateTable('village').set(after).where('township_id', '=', townshipId).where('id', '=', villageId).execute();
      await writeAliases(trx, townshipId, villageId, input.aliases);
      await tellKiosks(trx);
      await writeAudit(trx, actor, { deed: 'village-edited', subject: villageId, detail: { before, after } }, now);
      return { ok: true };
    }),
  );
}
