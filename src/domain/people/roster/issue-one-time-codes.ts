import type { Database } from '../../../../db/connect.ts';
import type { Actor } from '../actor.ts';
import { writeAudit } from '../audit.ts';
import { townshipDay } from '../calendar.ts';
import { isUuid } from '../ids.ts';
import { makeDigitCode } from '../one-time-codes.ts';
import { requirePermission } from '../permissions.ts';
import { hashCode } from '../pin-hashes.ts';
import type { Secrets } from '../secrets.ts';
import { residentOn } from './roster-queries.ts';

const CODE_DAYS = 14;

export interface IssuedCode {
  learnerId: string;
  number: string;
  name: string;
  villageId: string;
  /** Six digits. Shown and printed once; only a hash is kept. */
  code: string;
}

/**
 * New one-time codes for these farmers, good for 14 days, each replacing the farmer's earlier one. Ids that are no longer (or never were)
 * on the roster are left out of the answer. A PIN already chosen stays until the code is used.
 */
export async function issueOneTimeCodes(
  db: Database,
  actor: Actor,
  learnerIds: string[],
  now: Date,
  secrets: Secrets,
): Promise<IssuedCode[]> {
  requirePermission(actor, 'code:issue');
  const ids = learnerIds.filter(isUuid);
  if (ids.length === 0) return [];
  return db.isTransaction ? issue(db, actor, ids, now, secrets) : db.transaction().execute((trx) => issue(trx, actor, ids, now, secrets));
}

async function issue(db: Database, actor: Actor, learnerIds: string[], now: Date, secrets: Secrets): Promise<IssuedCode[]> {
  const { townshipId } = actor;
  const learners = await residentOn(db, townshipId, townshipDay(now))
    .select(['learner.id', 'learner.number', 'learner.name', 'residence.village_id'])
    .where('learner.id', 'in', learnerIds)
    .orderBy('residence.village_id')
    .orderBy('learner.name')
    .execute();
  if (learners.length === 0) return [];
  const issued = learners.map((row) => ({
    learnerId: row.id,
    number: row.number,
    name: row.name,
    villageId: row.village_id,
    code: makeDigitCode(),
  }));
  await db
    .insertInto('one_time_code')
    .values(
      issued.map(({ learnerId, code }) => ({
        township_id: townshipId,
        learner_id: learnerId,
        code_hash: hashCode(secrets, { townshipId, learnerId }, code),
        issued_by: actor.kind === 'account' ? actor.accountId : null,
        issued_at: now,
        expires_at: new Date(now.getTime() + CODE_DAYS * 24 * 3600 * 1000),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['township_id', 'learner_id']).doUpdateSet((set) => ({
        code_hash: set.ref('excluded.code_hash'),
        issued_by: set.ref('excluded.issued_by'),
        issued_at: set.ref('excluded.issued_at'),
        expires_at: set.ref('excluded.expires_at'),
      })),
    )
    .execute();
  const subject = issued.length === 1 ? (issued[0]?.learnerId ?? '') : '';
  await writeAudit(db, actor, { deed: 'codes-issued', subject, detail: { learners: issued.map((each) => each.learnerId) } }, now);
  return issued;
}
