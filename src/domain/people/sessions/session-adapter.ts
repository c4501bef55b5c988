import { type SqlBool, sql } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Database } from '../../../../db/connect.ts';
import { hashToken } from '../one-time-codes.ts';
import { accountActor, rolesOfAccount } from './account-actor.ts';

const ABSOLUTE_AGE_MS = 30 * 24 * 3600 * 1000;

/**
 * Lucia's view of the table `session`, which holds only the hash of a session id and an end that no renewal moves.
 * Lucia compares with the machine's clock; `now` is ours. Every time that passes through here is shifted by the difference.
 */
export class SessionAdapter implements Adapter {
  readonly #db: Database;
  readonly #now: Date;
  readonly #shiftMs: number;

  constructor(db: Database, now: Date) {
    this.#db = db;
    this.#now = now;
    this.#shiftMs = Date.now() - now.getTime();
  }

  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.#db
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join.onRef('account.township_id', '=', 'session.township_id').onRef('account.id', '=', 'session.account_id'),
      )
      .select(['session.expires_at', 'session.absolute_until', 'account.id', 'account.township_id', 'account.username'])
      .select(['account.display_name', 'account.language', 'account.disabled_at'])
      .select((select) => rolesOfAccount(select).as('roles'))
      .where('session.id_hash', '=', hashToken(sessionId))
      .where('session.absolute_until', '>', this.#now)
      .executeTakeFirst();
    if (!row) return [null, null];
    const session = {
      id: sessionId,
      userId: row.id,
      expiresAt: this.#toMachine(row.expires_at),
      attributes: { absoluteUntil: row.absolute_until },
    };
    return [session, row.disabled_at === null ? { id: row.id, attributes: { actor: accountActor(row) } } : null];
  }

  async setSession(session: DatabaseSession): Promise<void> {
    const { rows } = await sql<{ id_hash: string }>`
      insert into session (id_hash, township_id, account_id, created_at, expires_at, absolute_until)
      select ${hashToken(session.id)}, township_id, id, ${this.#now}, ${this.fromMachine(session.expiresAt)}, ${session.attributes.absoluteUntil}
      from account where id = ${session.userId} returning id_hash`.execute(this.#db);
    if (rows.length === 0) throw new Error(`no account ${session.userId} to start a session for`);
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await this.#db
      .updateTable('session')
      .set({ expires_at: sql<Date>`least(absolute_until, ${this.fromMachine(expiresAt)}::timestamptz)` })
      .where('id_hash', '=', hashToken(sessionId))
      .execute();
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.#db.deleteFrom('session').where('id_hash', '=', hashToken(sessionId)).execute();
  }

  /** The ids themselves are nowhere; what comes back says only how many and until when. */
  async getUserSessions(userId: string): Promise<DatabaseSession[]> {
    const rows = await this.#db.selectFrom('session').selectAll().where('account_id', '=', userId).execute();
    return rows.map((row) => ({
      id: row.id_hash,
      userId,
      expiresAt: this.#toMachine(row.expires_at),
      attributes: { absoluteUntil: row.absolute_until },
    }));
  }

  async deleteUserSessions(userId: string): Promise<void> {
    await this.#db.deleteFrom('session').where('account_id', '=', userId).execute();
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#db.deleteFrom('session').where(sql<SqlBool>`least(expires_at, absolute_until) <= ${this.#now}::timestamptz`).execute();
  }

  /** When a session begun now ends, however often it is renewed. */
  absoluteUntil(): Date {
    return new Date(this.#now.getTime() + ABSOLUTE_AGE_MS);
  }

  /** A time by Lucia's clock, by ours. */
  fromMachine(time: Date): Date {
    return new Date(time.getTime() - this.#shiftMs);
  }

  #toMachine(time: Date): Date {
    return new Date(time.getTime() + this.#shiftMs);
  }
}
