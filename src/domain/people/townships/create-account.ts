import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { refusedBy } from '../constraint-violations.ts';
import { requirePermission } from '../permissions.ts';
import { hashPassword } from '../pin-hashes.ts';
import { type AccountProblem, accountProblem, type NewAccount, normalUsername } from './account-rules.ts';

type CreatedAccount = { ok: true; accountId: string } | { ok: false; reason: AccountProblem | 'username-taken' | 'base-unknown' };

/** Adds an administrator, staff member or trainer (at bases) who signs in with a password. */
export async function createAccount(db: Database, actor: Actor, input: NewAccount, now: Date): Promise<CreatedAccount> {
  requirePermission(actor, 'account:write');
  const reason = accountProblem(input);
  if (reason !== null) return { ok: false, reason };
  const passwordHash = await hashPassword(input.password);
  const write = (trx: Database) => insertAccount(trx, actor, { ...input, passwordHash }, now);
  return refusedBy({ account_username_key: 'username-taken', account_role_township_id_base_id_fkey: 'base-unknown' } as const, () =>
    db.isTransaction ? write(db) : db.transaction().execute(write),
  );
}

async function insertAccount(
  db: Database,
  actor: Actor,
  account: Omit<NewAccount, 'password'> & { passwordHash: string },
  now: Date,
): Promise<{ ok: true; accountId: string }> {
  const accountId = randomUUID();
  const username = normalUsername(account.username);
  await db
    .insertInto('account')
    .values({
      township_id: actor.townshipId,
      id: accountId,
      username,
      display_name: account.displayName.trim(),
      password_hash: account.passwordHash,
      created_at: now,
      disabled_at: null,
    })
    .execute();
  await db
    .insertInto('account_role')
    .values(
      account.roles.map(({ role, baseId }) => ({
        township_id: actor.townshipId,
        account_id: accountId,
        role,
        base_id: role === 'trainer' ? (baseId ?? null) : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await writeAudit(db, actor, { deed: 'account-created', subject: accountId, detail: { username, roles: account.roles } }, now);
  return { ok: true, accountId };
}
