import type { Database } from '../../../../db/connect.ts';
import type { AccountActor } from '../actor.ts';
import { hashToken } from '../one-time-codes.ts';
import { hashPassword, isRightPassword } from '../pin-hashes.ts';
import { clearAttempt, countAttempt } from '../sign-in-counters.ts';
import { passwordProblem } from './account-rules.ts';

type ChangedPassword =
  | { ok: true }
  | { ok: false; reason: 'password-too-short' | 'password-too-long' | 'wrong-old-password' }
  | { ok: false; reason: 'wait'; seconds: number };

/**
 * Someone signed in gives themselves a new password; they must know the old one, so that a screen left open is not enough.
 * Wrong tries count like those at sign-in. Their other sessions end; `keepSessionId`, the one they are in, stays.
 */
export async function changePassword(
  db: Database,
  actor: AccountActor,
  input: { oldPassword: string; newPassword: string; keepSessionId: string | null },
  now: Date,
): Promise<ChangedPassword> {
  const problem = passwordProblem(input.newPassword);
  if (problem !== null) return { ok: false, reason: problem };
  const attempt = await countAttempt(db, [{ scope: 'account', key: actor.username }], now);
  if (!attempt.ok) return attempt;
  const ofActor = { township_id: actor.townshipId, id: actor.accountId };
  const account = await db
    .selectFrom('account')
    .select('password_hash')
    .where('township_id', '=', ofActor.township_id)
    .where('id', '=', ofActor.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const stored = account?.password_hash.startsWith('$argon2id$') ? account.password_hash : null;
  if (!(await isRightPassword(input.oldPassword.slice(0, 1000), stored))) return { ok: false, reason: 'wrong-old-password' };
  await clearAttempt(db, attempt, ['account']);

  const password_hash = await hashPassword(input.newPassword);
  const kept = input.keepSessionId === null ? '' : hashToken(input.keepSessionId);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('account')
      .set({ password_hash })
      .where('township_id', '=', ofActor.township_id)
      .where('id', '=', ofActor.id)
      .execute();
    await trx.deleteFrom('session').where('account_id', '=', ofActor.id).where('id_hash', '<>', kept).execute();
  });
  return { ok: true };
}
