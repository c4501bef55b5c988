import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { requirePermission } from '../permissions.ts';
import { accountActor, rolesOfAccount } from '../sessions/account-actor.ts';

interface ListedAccount {
  id: string;
  username: string;
  displayName: string;
  isAdministrator: boolean;
  isStaff: boolean;
  trainerOf: string[];
  createdAt: Date;
  disabledAt: Date | null;
}

/** Everyone who can sign in with a password, and as what. */
export async function listAccounts(db: Database, actor: Actor): Promise<ListedAccount[]> {
  requirePermission(actor, 'account:write');
  const rows = await db
    .selectFrom('account')
    .select(['id', 'township_id', 'username', 'display_name', 'language', 'created_at', 'disabled_at'])
    .select((select) => rolesOfAccount(select).as('roles'))
    .where('township_id', '=', actor.townshipId)
    .orderBy('username')
    .execute();
  return rows.map((row) => {
    const { username, displayName, isAdministrator, isStaff, trainerOf } = accountActor(row);
    return {
      id: row.id,
      username,
      displayName,
      isAdministrator,
      isStaff,
      trainerOf,
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
    };
  });
}
