import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { requirePermission } from '../permissions.ts';

/** Whether a card asks for the PIN in this township. */
export async function cardNeedsPin(db: Database, townshipId: string): Promise<boolean> {
  const row = await db.selectFrom('township').select('card_needs_pin').where('id', '=', townshipId).executeTakeFirst();
  return row?.card_needs_pin ?? true;
}

/** An administrator decides whether a card alone signs in. Kiosks hear of it with the next sign-in page they fetch; the server at once. */
export async function setCardNeedsPin(db: Database, actor: Actor, needsPin: boolean, now: Date): Promise<{ ok: true }> {
  requirePermission(actor, 'township:write');
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('township').set({ card_needs_pin: needsPin }).where('id', '=', actor.townshipId).execute();
    await writeAudit(trx, actor, { deed: 'card-rule-changed', subject: '', detail: { needsPin } }, now);
    // The sign-in page says it too, for a kiosk without a network.
    await sql`select pg_notify('furrow_publication', 'card-rule')`.execute(trx);
  });
  return { ok: true };
}
