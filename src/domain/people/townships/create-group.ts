import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { refusedBy } from '../constraint-violations.ts';
import { requirePermission } from '../permissions.ts';

/** Adds a group (a class, a cooperative, a women's team); its farmers come by `setGroupMembers` or the import. */
export async function createGroup(
  db: Database,
  actor: Actor,
  input: { nameZh: string; nameEn: string; kind?: string; baseId?: string | null },
  now: Date,
): Promise<{ ok: true; groupId: string } | { ok: false; reason: 'name-missing' | 'name-taken' | 'base-unknown' }> {
  requirePermission(actor, 'group:write');
  const nameZh = input.nameZh.trim();
  const nameEn = input.nameEn.trim() || nameZh;
  if (nameZh === '') return { ok: false, reason: 'name-missing' };
  const groupId = randomUUID();
  const outcomes = {
    learner_group_township_id_name_zh_key: 'name-taken',
    learner_group_township_id_base_id_fkey: 'base-unknown',
  } as const;
  return refusedBy(outcomes, async () => {
    await db
      .insertInto('learner_group')
      .values({
        township_id: actor.townshipId,
        id: groupId,
        name_zh: nameZh,
        name_en: nameEn,
        kind: input.kind ?? 'other',
        base_id: input.baseId || null,
        created_at: now,
      })
      .execute();
    return { ok: true as const, groupId };
  });
}
