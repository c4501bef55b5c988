import type { Role } from '../../../../db/schema.ts';

export interface NewAccount {
  /** Small letters, digits, dot, dash, underscore; capitals are made small. */
  username: string;
  displayName: string;
  /** Ten characters or more. */
  password: string;
  roles: { role: Role; baseId?: string | null }[];
}

export type AccountProblem =
  | 'username-not-allowed'
  | 'name-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'role-missing'
  | 'base-missing';

/** The first thing wrong with a new account, or null. */
export function accountProblem(account: NewAccount): AccountProblem | null {
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(normalUsername(account.username))) return 'username-not-allowed';
  if (account.displayName.trim() === '') return 'name-missing';
  const password = passwordProblem(account.password);
  if (password !== null) return password;
  if (account.roles.length === 0) return 'role-missing';
  if (account.roles.some(({ role, baseId }) => role === 'trainer' && !baseId)) return 'base-missing';
  return null;
}

/** What keeps a text from being a password, or null. */
export function passwordProblem(password: string): 'password-too-short' | 'password-too-long' | null {
  if ([...password].length < 10) return 'password-too-short';
  return password.length > 200 ? 'password-too-long' : null;
}

/** How a username is stored and looked up. */
export function normalUsername(typed: string): string {
  return typed.trim().toLowerCase();
}
