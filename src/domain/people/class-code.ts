import { createHmac, randomInt } from 'node:crypto';
import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from './actor.ts';
import { writeAudit } from './audit.ts';
import { requirePermission } from './permissions.ts';
import { damm } from './roster/learner-number.ts';
import type { Secrets } from './secrets.ts';

const RANDOM_DIGITS = 7;

/**
 * A new class code for this trainer: eight digits, the last of which checks the others, so that a kiosk without a network notices a slip.
 * The kiosk never learns whose it is; it goes into the class's first record, sealed. An earlier code of the trainer's is bad at once.
 */
export async function issueClassCode(db: Database, actor: AccountActor, now: Date, secrets: Secrets): Promise<{ ok: true; code: string }> {
  requirePermission(actor, 'class:write');
  const { townshipId, accountId } = actor;
  for (;;) {
    const code = makeClassCode();
    const row = { township_id: townshipId, account_id: accountId, code_hash: hashClassCode(secrets, townshipId, code), issued_at: now };
    const isDone = await db.transaction().execute(async (trx) => {
      const other = await trainerOfCode(trx, townshipId, row.code_hash);
      // Two trainers must never share a code, however unlikely.
      if (other !== null) return false;
      const { code_hash, issued_at } = row;
      await trx
        .insertInto('class_code')
        .values(row)
        .onConflict((already) => already.columns(['township_id', 'account_id']).doUpdateSet({ code_hash, issued_at }))
        .execute();
      await writeAudit(trx, actor, { deed: 'class-code-issued', subject: accountId }, now);
      return true;
    });
    if (isDone) return { ok: true, code };
  }
}

/** Since when this trainer has a class code; null without one. */
export async function classCodeSince(db: Database, actor: AccountActor): Promise<Date | null> {
  const row = await db
    .selectFrom('class_code')
    .select('issued_at')
    .where('township_id', '=', actor.townshipId)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  return row?.issued_at ?? null;
}

/** The account, not disabled, whose code has this hash; null when nobody's. */
export async function trainerOfCode(db: Database, townshipId: string, codeHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('class_code')
    .innerJoin('account', (join) =>
      join.onRef('account.township_id', '=', 'class_code.township_id').onRef('account.id', '=', 'class_code.account_id'),
    )
    .select('account.id')
    .where('class_code.township_id', '=', townshipId)
    .where('class_code.code_hash', '=', codeHash)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What is kept of a code. Keyed, because eight digits alone are soon tried through. */
export function hashClassCode(secrets: Secrets, townshipId: string, code: string): string {
  return createHmac('sha256', secrets.pepper).update(`class-code:${townshipId}:${code}`).digest('hex');
}

function makeClassCode(): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('');
  return `${digits}${damm(digits)}`;
}
