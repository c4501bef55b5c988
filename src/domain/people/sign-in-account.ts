import type { Database } from '../../../db/connect.ts';
import { isRightPassword } from './pin-hashes.ts';
import { clearAttempt, countAttempt, forgetOldCounters } from './sign-in-counters.ts';

/** Checks an account's username and password; the caller then starts a session. Unknown name and wrong password give the same answer. */
export async function signInAccount(
  db: Database,
  input: { username: string; password: string },
  now: Date,
): Promise<
  { ok: true; accountId: string } | { ok: false; reason: 'wrong-username-or-password' } | { ok: false; reason: 'wait'; seconds: number }
> {
  // Longer than any username can be: cut, so that nobody fills the counters with novels.
  const username = input.username.trim().toLowerCase().slice(0, 60);
  const attempt = await countAttempt(db, [{ scope: 'account', key: username }], now);
  if (!attempt.ok) return attempt;

  const account = await db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where('username', '=', username)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  // A stored hash that is none (an account never given a password) lets nobody in.
  const stored = account?.password_hash.startsWith('$argon2id$') ? account.password_hash : null;
  const isRight = await isRightPassword(input.password.slice(0, 1000), stored);
  if (!account || !isRight) return { ok: false, reason: 'wrong-username-or-password' };

  await clearAttempt(db, attempt, ['account']);
  await forgetOldCounters(db, now);
  return { ok: true, accountId: account.id };
}
