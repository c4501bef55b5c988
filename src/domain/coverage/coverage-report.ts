import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import { type Language, TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import { TOPIC_WEIGHT } from '../learning/awareness-rules.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { eligibleOn } from './coverage-queries.ts';
import { RUNGS, type Rung } from './rungs.ts';

export interface CoverageInput {
  /** The rung a page shows first; the report holds all five. */
  rung: Rung;
  baseId?: string | undefined;
  groupId?: string | undefined;
  villageId?: string | undefined;
  asOf: Day;
  /** With it: newly earned from this day to `asOf`. Without: earned by `asOf`. */
  from?: Day | undefined;
}

/** People per rung. null says that nobody is enrolled, or that nothing of the kind was recorded yet: not zero. */
export type CoverageCell = Record<Rung, number | null>;

export interface VillageCoverage {
  id: string;
  nameZh: string;
  nameEn: string;
  /** The denominator: residents on the cut-off day of the eligible age, not away. */
  eligible: number;
  /** Eligible but away for long; shown apart, in neither numerator nor denominator. */
  away: number;
  cells: Record<Topic, CoverageCell>;
}

export interface CoverageReport extends CoverageInput {
  eligibleAge: number;
  /** The names of the base and the group asked for; null without. One that does not exist is as none asked for. */
  base: Record<Language, string> | null;
  group: Record<Language, string> | null;
  topicWeight: number;
  villages: VillageCoverage[];
  totals: Omit<VillageCoverage, 'id' | 'nameZh' | 'nameEn'>;
  /** When each kiosk was last heard: what it still holds is not in these figures. */
  freshness: { kiosk: string; baseId: string; lastHeardAt: Date | null }[];
  madeAt: Date;
}

interface Row {
  id: string;
  name_zh: string;
  name_en: string;
  eligible: number;
  away: number;
  topic: Topic | null;
  reached: number;
  completed: number;
  mastered: number;
  retained: number;
  adopted: number;
}

/** Who has been reached by what: villages × topics × rungs as of a day. One grouped query; screen, print and CSV share the value. */
export async function coverageReport(db: Database, actor: Actor, asked: CoverageInput, now: Date): Promise<CoverageReport> {
  requirePermission(actor, 'coverage:read');
  const { townshipId } = actor;
  const { base, group } = await filterNames(db, townshipId, asked);
  const input = { ...asked, baseId: base ? asked.baseId : undefined, groupId: group ? asked.groupId : undefined };
  const [township, kiosks, rows] = await Promise.all([
    db.selectFrom('township').select('eligible_age').where('id', '=', townshipId).executeTakeFirst(),
    db
      .selectFrom('kiosk')
      .select(['name', 'base_id', 'last_heard_at'])
      .where('township_id', '=', townshipId)
      .where('revoked_at', 'is', null)
      .orderBy('name')
      .execute(),
    inLearnerOrder(db, input, (read) => countRungs(read, townshipId, input)),
  ]);
  const villages = inVillages(rows);
  await markNobodyEnrolled(db, townshipId, villages, input.asOf);
  markNotRecorded(villages, rows);
  return {
    ...input,
    base,
    group,
    eligibleAge: township?.eligible_age ?? 16,
    topicWeight: TOPIC_WEIGHT,
    villages,
    totals: totalOf(villages),
    freshness: kiosks.map((kiosk) => ({ kiosk: kiosk.name, baseId: kiosk.base_id, lastHeardAt: kiosk.last_heard_at })),
    madeAt: now,
  };
}

/** The names of the filters that exist. */
export async function filterNames(
  db: Database,
  townshipId: string,
  { baseId, groupId }: Pick<CoverageInput, 'baseId' | 'groupId'>,
): Promise<Pick<CoverageReport, 'base' | 'group'>> {
  const nameIn = async (table: 'base' | 'learner_group', id: string | undefined) => {
    if (id === undefined || (table === 'learner_group' && !isUuid(id))) return null;
    const row = await db
      .selectFrom(table)
      .select(['name_zh as zh', 'name_en as en'])
      .where('township_id', '=', townshipId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ?? null;
  };
  const [base, group] = await Promise.all([nameIn('base', baseId), nameIn('learner_group', groupId)]);
  return { base, group };
}

/**
 * A whole township is read fastest as one merge of three indexes in the order of learners. The planner takes the roster for
 * a third of its size and would build hash tables instead, at almost twice the work; a filtered roster is small and left to it.
 */
async function inLearnerOrder<T>(db: Database, input: CoverageInput, read: (db: Database) => Promise<T>): Promise<T> {
  if (input.villageId !== undefined || input.groupId !== undefined || db.isTransaction) return read(db);
  return db.transaction().execute(async (trx) => {
    // Not in parallel: every worker would read the whole roster again.
    await sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_nestloop', 'off', true),
      set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(trx);
    return read(trx);
  });
}

async function countRungs(db: Database, townshipId: string, input: CoverageInput): Promise<Row[]> {
  const { asOf } = input;
  const earned = (column: string) => {
    const date = sql.ref(`s.${column}`);
    const since = input.from === undefined ? sql`` : sql` and ${date} >= ${input.from}::date`;
    return sql`count(*) filter (where ${date} <= ${asOf}::date${since})::int`;
  };
  const { rows } = await sql<Row>`
    with roster as not materialized (${eligibleOn(townshipId, input)}),
    heads as (
      select village_id, count(*) filter (where not is_away)::int as eligible, count(*) filter (where is_away)::int as away
      from roster group by village_id
    ),
    cells as (
      select r.village_id, s.topic, ${earned('reached_on')} as reached, ${earned('completed_on')} as completed,
        ${earned('mastered_on')} as mastered, ${earned('retained_on')} as retained, ${earned('adopted_on')} as adopted
      from roster r join learner_standing s on s.township_id = ${townshipId} and s.base_id = ${input.baseId ?? ''} and s.learner_id = r.learner_id
      where not r.is_away group by r.village_id, s.topic
    )
    select v.id, v.name_zh, v.name_en, coalesce(h.eligible, 0) as eligible, coalesce(h.away, 0) as away,
      c.topic, c.reached, c.completed, c.mastered, c.retained, c.adopted
    from village v left join heads h on h.village_id = v.id left join cells c on c.village_id = v.id
    where v.township_id = ${townshipId} and v.since <= ${asOf}::date and (v.until is null or ${asOf}::date < v.until)
      ${onlyVillage(input.villageId)}
    order by v.position, v.name_zh`.execute(db);
  return rows;
}

function onlyVillage(villageId: string | undefined) {
  if (villageId === undefined) return sql``;
  return isUuid(villageId) ? sql`and v.id = ${villageId}` : sql`and false`;
}

function inVillages(rows: Row[]): VillageCoverage[] {
  const villages = new Map<string, VillageCoverage>();
  for (const row of rows) {
    let village = villages.get(row.id);
    if (!village) {
      village = { id: row.id, nameZh: row.name_zh, nameEn: row.name_en, eligible: row.eligible, away: row.away, cells: emptyCells() };
      villages.set(row.id, village);
    }
    const { reached, completed, mastered, retained, adopted } = row;
    if (row.topic !== null) village.cells[row.topic] = { reached, completed, mastered, retained, adopted };
  }
  return [...villages.values()];
}

function emptyCells(): Record<Topic, CoverageCell> {
  const none = () => ({ reached: null, completed: null, mastered: null, retained: null, adopted: null });
  return { development: none(), innovation: none(), science: none(), ecology: none(), law: none(), morality: none() };
}

/** A cell without any standing is zero where somebody is expected to learn the topic, and stays null where nobody is. */
async function markNobodyEnrolled(db: Database, townshipId: string, villages: VillageCoverage[], asOf: Day): Promise<void> {
  const empty = villages.filter((village) => village.eligible > 0 && TOPICS.some((topic) => village.cells[topic].reached === null));
  if (empty.length === 0) return;
  const ids = empty.map((village) => village.id);
  const { rows } = await sql<{ village_id: string; topic: Topic }>`
    with asked as (
      select distinct r.village_id, e.course_id from residence r
      join enrolment e on e.township_id = r.township_id and e.learner_id = r.learner_id
      where r.township_id = ${townshipId} and r.village_id = any(${ids}::uuid[]) and r.since <= ${asOf}::date and (r.until is null or ${asOf}::date < r.until)
        and e.enrolled_at < ((${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')
      union
      select b.village_id, q.course_id from requirement q join base b on b.township_id = q.township_id and b.id = q.base_id
      where q.township_id = ${townshipId} and b.village_id = any(${ids}::uuid[]) and q.since <= ${asOf}::date and (q.until is null or ${asOf}::date < q.until)
      union
      select r.village_id, q.course_id from requirement q
      join group_membership m on m.township_id = q.township_id and m.group_id = q.group_id and m.since <= ${asOf}::date and (m.until is null or ${asOf}::date < m.until)
      join residence r on r.township_id = m.township_id and r.learner_id = m.learner_id and r.since <= ${asOf}::date and (r.until is null or ${asOf}::date < r.until)
      where q.township_id = ${townshipId} and r.village_id = any(${ids}::uuid[]) and q.since <= ${asOf}::date and (q.until is null or ${asOf}::date < q.until)
    )
    select distinct a.village_id, t.key as topic from asked a
    join course_lesson cl on cl.township_id = ${townshipId} and cl.course_id = a.course_id
    join lateral (
      select version from lesson_publication p where p.township_id = ${townshipId} and p.lesson_id = cl.lesson_id order by p.id desc limit 1
    ) p on true
    join lesson_version v on v.township_id = ${townshipId} and v.lesson_id = cl.lesson_id and v.version = p.version
    cross join lateral jsonb_each_text(v.checked -> 'topics') t
    where t.value::float8 >= ${TOPIC_WEIGHT}`.execute(db);
  const asked = new Set(rows.map((row) => `${row.village_id} ${row.topic}`));
  for (const village of empty) {
    for (const topic of TOPICS) {
      const isAsked = village.cells[topic].reached === null && asked.has(`${village.id} ${topic}`);
      if (isAsked) village.cells[topic] = { reached: 0, completed: 0, mastered: 0, retained: 0, adopted: 0 };
    }
  }
}

/** Where nobody was ever seen to retain, or to use, anything, that is not yet a figure. */
function markNotRecorded(villages: VillageCoverage[], rows: Row[]): void {
  for (const rung of ['retained', 'adopted'] as const) {
    if (rows.some((row) => row[rung] > 0)) continue;
    for (const village of villages) for (const topic of TOPICS) village.cells[topic][rung] = null;
  }
}

/** Sums are exact: on one day a person lives in one village. */
function totalOf(villages: VillageCoverage[]): CoverageReport['totals'] {
  const totals = { eligible: 0, away: 0, cells: emptyCells() };
  for (const village of villages) {
    totals.eligible += village.eligible;
    totals.away += village.away;
    for (const topic of TOPICS) {
      for (const rung of RUNGS) {
        const count = village.cells[topic][rung];
        if (count !== null) totals.cells[topic][rung] = (totals.cells[topic][rung] ?? 0) + count;
      }
    }
  }
  return totals;
}
