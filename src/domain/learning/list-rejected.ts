import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { findRejected, type RejectedRow } from './rejected-queries.ts';

const MOST_SHOWN = 200;

/** What kiosks sent and the server could not take: a trainer's own bases, or all of them for the township. At most 200, newest first; `count` has all. */
export async function listRejected(db: Database, actor: AccountActor): Promise<{ rows: RejectedRow[]; count: number }> {
  requirePermission(actor, 'rejected:read');
  const seesAll = actor.isAdministrator || actor.isStaff;
  return findRejected(db, actor.townshipId, seesAll ? null : actor.trainerOf, MOST_SHOWN);
}
