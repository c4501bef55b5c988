import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { requirePermission } from '../permissions.ts';

type DisabledAccount = { ok: true; displayName: string } | { ok: false; reason: 'no-such-account' | 'own-account' };

/** Someone who left signs in no more and is signed out everywhere; what they did stays theirs. Nobody disables themselves, so one administrator remains. */
export async function disableAccount(db: Database, actor: Actor, accountId: string, now: Date): Promise<DisabledAccount> {
  requirePermission(actor, 'account:write');
  if (actor.kind === 'account' && actor.accountId === accountId) return { ok: false, reason: 'own-account' };
  return db.transaction().execute(async (trx) => {
    // Two administrators who disable each other at once: the second to come finds that they are no longer one.
    await trx.selectFrom('township').select('id').where('id', '=', actor.townshipId).forUpdate().execute();
    if (actor.kind === 'account' && !(await isActive(trx, actor.accountId))) return { ok: false, reason: 'no-such-account' };
    const account = await trx
      .updateTable('account')
      .set({ disabled_at: now })
      .where('township_id', '=', actor.townshipId)
      .where((is) => is(is.cast<string>('id', 'text'), '=', accountId))
      .where('disabled_at', 'is', null)
      .returning(['id', 'display_name'])
      .executeTakeFirst();
    if (!account) return { ok: false, reason: 'no-such-account' };
    await trx.deleteFrom('session').where('account_id', '=', account.id).execute();
    await writeAudit(trx, actor, { deed: 'account-disabled', subject: account.id }, now);
    return { ok: true, displayName: account.display_name };
  });
}

async function isActive(db: Database, accountId: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('disabled_at').where('id', '=', accountId).executeTakeFirst();
  return row?.disabled_at === null;
}
