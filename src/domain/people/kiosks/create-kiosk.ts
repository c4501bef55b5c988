import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { refusedBy } from '../constraint-violations.ts';
import { requirePermission } from '../permissions.ts';
import { issuePairingCode } from './issue-pairing-code.ts';

type CreatedKiosk =
  | { ok: true; kioskId: string; pairingCode: string }
  | { ok: false; reason: 'name-taken' | 'name-missing' | 'base-unknown' | 'no-such-kiosk' };

/** Adds a kiosk at a base, with the code that is typed into it once. A demo kiosk also pairs browsers by itself. */
export async function createKiosk(
  db: Database,
  actor: Actor,
  input: { name: string; baseId: string; isDemo?: boolean },
  now: Date,
): Promise<CreatedKiosk> {
  requirePermission(actor, 'kiosk:write');
  const name = input.name.trim();
  if (name === '') return { ok: false, reason: 'name-missing' };
  const kioskId = randomUUID();
  return refusedBy({ kiosk_township_id_name_key: 'name-taken', kiosk_township_id_base_id_fkey: 'base-unknown' } as const, async () => {
    await db
      .insertInto('kiosk')
      .values({
        township_id: actor.townshipId,
        id: kioskId,
        base_id: input.baseId,
        name,
        is_demo: actor.kind === 'system' && input.isDemo === true,
        created_by: actor.kind === 'account' ? actor.accountId : null,
        created_at: now,
      })
      .execute();
    return issuePairingCode(db, actor, kioskId, now);
  });
}
