import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { requirePermission } from '../permissions.ts';

type EnabledAccount = { ok: true; displayName: string } | { ok: false; reason: 'no-such-disabled-account' };

/** Someone who came back, or was disabled by mistake, signs in again with the password and the roles they had. */
export async function enableAccount(db: Database, actor: Actor, accountId: string, now: Date): Promise<EnabledAccount> {
  requirePermission(actor, 'account:write');
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('account')
      .set({ disabled_at: null })
      .where('township_id', '=', actor.townshipId)
      .where((is) => is(is.cast<string>('id', 'text'), '=', accountId))
      .where('disabled_at', 'is not', null)
      .returning(['id', 'display_name'])
      .executeTakeFirst();
    if (!account) return { ok: false, reason: 'no-such-disabled-account' };
    await writeAudit(trx, actor, { deed: 'account-enabled', subject: account.id }, now);
    return { ok: true, displayName: account.display_name };
  });
}
