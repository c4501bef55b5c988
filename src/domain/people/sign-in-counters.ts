import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import { type CounterScope, isForgotten, pauseSeconds } from './counter-rules.ts';

export interface Counter {
  scope: CounterScope;
  key: string;
}

/** An attempt that is already counted as failed on every counter; `clearAttempt` takes that back. */
interface CountedAttempt {
  ok: true;
  counted: (Counter & { blockedUntil: Date | null })[];
}

/**
 * Counts the attempt as a failure on all `counters` BEFORE the secret is looked at, in a transaction of its own, so that a hundred attempts
 * sent at once, or a process killed in between, buy no free guesses. A pause on any counter refuses the attempt uncounted.
 */
export async function countAttempt(
  db: Database,
  counters: Counter[],
  now: Date,
): Promise<CountedAttempt | { ok: false; reason: 'wait'; seconds: number }> {
  // Always the same order, or two attempts lock each other out.
  const ordered = [...counters].sort((a, b) => (`${a.scope} ${a.key}` < `${b.scope} ${b.key}` ? -1 : 1));
  return db.transaction().execute(async (trx) => {
    const rows = await lockCounters(trx, ordered, now);
    const waits = rows.map((row) => (row.blocked_until === null ? 0 : row.blocked_until.getTime() - now.getTime()));
    const longest = Math.max(0, ...waits);
    if (longest > 0) return { ok: false as const, reason: 'wait' as const, seconds: Math.ceil(longest / 1000) };
    const counted = [];
    for (const row of rows) counted.push(await countFailure(trx, row, now));
    return { ok: true as const, counted };
  });
}

/** The secret was right: `reset` counters start from nothing, the others lose only this attempt (and the pause it brought). */
export async function clearAttempt(db: Database, attempt: CountedAttempt, reset: CounterScope[]): Promise<void> {
  for (const { scope, key, blockedUntil } of attempt.counted) {
    const ended = db.deleteFrom('sign_in_counter').where('scope', '=', scope).where('key', '=', key);
    if (reset.includes(scope)) {
      await ended.execute();
      continue;
    }
    // Nothing else was counted here: leave no trace of a PIN that was right.
    const { numDeletedRows } = await ended.where('failures', '<=', 1).executeTakeFirst();
    if (numDeletedRows > 0n) continue;
    await db
      .updateTable('sign_in_counter')
      .set({
        failures: sql<number>`greatest(failures - 1, 0)`,
        // A pause that another attempt brought stays.
        blocked_until: sql<Date | null>`case when blocked_until = ${blockedUntil}::timestamptz then null else blocked_until end`,
      })
      .where('scope', '=', scope)
      .where('key', '=', key)
      .execute();
  }
}

/** Lets go of one counter, for example when staff reset the PIN of someone who is waiting. */
export async function forgetCounter(db: Database, counter: Counter): Promise<void> {
  await db.deleteFrom('sign_in_counter').where('scope', '=', counter.scope).where('key', '=', counter.key).execute();
}

/** Deletes counters nobody touched for two days: every window is over by then. */
export async function forgetOldCounters(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 2 * 24 * 3600 * 1000);
  await db.deleteFrom('sign_in_counter').where('last_failed_at', '<', before).execute();
}

type CounterRow = Counter & { failures: number; first_failed_at: Date; blocked_until: Date | null };

async function lockCounters(db: Database, counters: Counter[], now: Date): Promise<CounterRow[]> {
  const rows: CounterRow[] = [];
  for (const counter of counters) {
    const row = await db
      .insertInto('sign_in_counter')
      .values({ ...counter, failures: 0, first_failed_at: now, last_failed_at: now, blocked_until: null })
      // The update changes nothing; it takes the row's lock and reads it in one go.
      .onConflict((conflict) => conflict.columns(['scope', 'key']).doUpdateSet({ scope: counter.scope }))
      .returning(['failures', 'first_failed_at', 'blocked_until'])
      .executeTakeFirstOrThrow();
    rows.push({ ...counter, ...row });
  }
  return rows;
}

async function countFailure(db: Database, row: CounterRow, now: Date): Promise<CountedAttempt['counted'][number]> {
  const startsAnew = row.failures === 0 || isForgotten(row.scope, row.first_failed_at, now);
  const failures = startsAnew ? 1 : row.failures + 1;
  const pause = pauseSeconds(row.scope, failures);
  const blockedUntil = pause === 0 ? null : new Date(now.getTime() + pause * 1000);
  await db
    .updateTable('sign_in_counter')
    .set({ failures, first_failed_at: startsAnew ? now : row.first_failed_at, last_failed_at: now, blocked_until: blockedUntil })
    .where('scope', '=', row.scope)
    .where('key', '=', row.key)
    .execute();
  return { scope: row.scope, key: row.key, blockedUntil };
}
