import { sql } from 'kysely';
import type { Database } from '../../../../db/connect.ts';
import type { Day } from '../../../../db/schema.ts';

export interface NewcomerRow {
  sittingId: string;
  /** As said at the kiosk, perhaps a surname alone, perhaps empty. */
  name: string;
  villageId: string;
  birthYear: number;
  arrivedAt: Date;
  beganAt: Date;
  matchedLearnerId: string | null;
  joinedBefore: { courseId: string; at: string | null }[] | null;
}

/** Locks somebody new until the transaction ends: against a second decision, and against records of theirs that are on their way in. */
export async function lockNewcomer(trx: Database, townshipId: string, sittingId: string): Promise<NewcomerRow | null> {
  const sitting = await trx
    .selectFrom('sitting')
    .select('began_at as beganAt')
    .where('township_id', '=', townshipId)
    .where('id', '=', sittingId)
    .forUpdate()
    .executeTakeFirst();
  const row = await trx
    .selectFrom('newcomer')
    .select(['sitting_id as sittingId', 'name', 'village_id as villageId', 'birth_year as birthYear', 'arrived_at as arrivedAt'])
    .select(['matched_learner_id as matchedLearnerId', 'joined_before as joinedBefore'])
    .where('township_id', '=', townshipId)
    .where('sitting_id', '=', sittingId)
    .executeTakeFirst();
  return sitting && row ? ({ ...row, ...sitting } as NewcomerRow) : null;
}

/** A farmer on the roster who may be one of the newcomers. */
export interface Candidate {
  learnerId: string;
  number: string;
  name: string;
  birthYear: number | null;
  villageId: string;
  villageZh: string;
  villageEn: string;
}

/** For each of these newcomers the farmers worth comparing: of the same village with the same surname, or of the same name anywhere. */
export async function candidatesFor(
  db: Database,
  townshipId: string,
  sittingIds: readonly string[],
  today: Day,
): Promise<Map<string, Candidate[]>> {
  const { rows } = await sql<Candidate & { sittingId: string }>`
    select n.sitting_id as "sittingId", l.id as "learnerId", l.number, l.name, l.birth_year as "birthYear", v.id as "villageId",
      v.name_zh as "villageZh", v.name_en as "villageEn"
    from newcomer n
    join learner l on l.township_id = n.township_id and l.removed_at is null and n.name <> '' and lower(left(l.name, 1)) = lower(left(n.name, 1))
    join residence r on r.township_id = l.township_id and r.learner_id = l.id and r.since <= ${today} and (r.until is null or r.until > ${today})
      and (r.village_id = n.village_id or lower(l.name) = lower(n.name))
    join village v on v.township_id = r.township_id and v.id = r.village_id
    where n.township_id = ${townshipId} and n.sitting_id = any(${sittingIds}::uuid[])
    order by l.name, l.number`.execute(db);
  const candidates = new Map<string, Candidate[]>();
  for (const { sittingId, ...candidate } of rows) candidates.set(sittingId, [...(candidates.get(sittingId) ?? []), candidate]);
  return candidates;
}
