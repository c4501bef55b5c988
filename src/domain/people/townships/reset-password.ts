import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { requirePermission } from '../permissions.ts';
import { hashPassword } from '../pin-hashes.ts';
import { forgetCounter } from '../sign-in-counters.ts';
import { passwordProblem } from './account-rules.ts';

type ResetPassword =
  | { ok: true; displayName: string }
  | { ok: false; reason: 'password-too-short' | 'password-too-long' | 'no-such-account' };

/** An administrator gives someone who forgot theirs a new password: their sessions end, a pause for wrong tries too. */
export async function resetPassword(
  db: Database,
  actor: Actor,
  input: { accountId: string; password: string },
  now: Date,
): Promise<ResetPassword> {
  requirePermission(actor, 'account:write');
  const problem = passwordProblem(input.password);
  if (problem !== null) return { ok: false, reason: problem };
  const password_hash = await hashPassword(input.password);
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('account')
      .set({ password_hash })
      .where('township_id', '=', actor.townshipId)
      .where((is) => is(is.cast<string>('id', 'text'), '=', input.accountId))
      .where('disabled_at', 'is', null)
      .returning(['id', 'username', 'display_name'])
      .executeTakeFirst();
    if (!account) return { ok: false, reason: 'no-such-account' };
    await trx.deleteFrom('session').where('account_id', '=', account.id).execute();
    await forgetCounter(trx, { scope: 'account', key: account.username });
    await writeAudit(trx, actor, { deed: 'password-reset', subject: account.id }, now);
    return { ok: true, displayName: account.display_name };
  });
}
