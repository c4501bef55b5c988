import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Role, Schema } from '../../../../db/schema.ts';
import type { AccountActor } from '../actor.ts';

/** The roles of the account in the outer query, as a JSON array: one query brings the person and what they may do. */
export function rolesOfAccount(select: ExpressionBuilder<Schema, 'account'>) {
  return jsonArrayFrom(
    select
      .selectFrom('account_role')
      .select(['account_role.role', 'account_role.base_id'])
      .whereRef('account_role.township_id', '=', 'account.township_id')
      .whereRef('account_role.account_id', '=', 'account.id')
      .orderBy('account_role.base_id'),
  );
}

/** An account's row with its roles, as the one who asks. */
export function accountActor(row: {
  id: string;
  township_id: string;
  username: string;
  display_name: string;
  language: 'zh' | 'en';
  roles: { role: Role; base_id: string | null }[];
}): AccountActor {
  return {
    kind: 'account',
    townshipId: row.township_id,
    accountId: row.id,
    displayName: row.display_name,
    username: row.username,
    language: row.language,
    isAdministrator: row.roles.some((held) => held.role === 'administrator'),
    isStaff: row.roles.some((held) => held.role === 'staff'),
    trainerOf: row.roles.flatMap((held) => (held.role === 'trainer' && held.base_id !== null ? [held.base_id] : [])),
  };
}
