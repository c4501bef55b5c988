import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import { type Language, TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import { TOPIC_WEIGHT } from '../learning/awareness-rules.ts';
import { RUNGS, type Rung, rungDay } from '../learning/rungs.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { eligibleOn } from './coverage-queries.ts';

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

type Row = { id: string; name_zh: string; name_en: string; eligible: number; away: number } & Record<string, number | boolean | null>;

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
    onEveryCore(db, (read) => countRungs(read, townshipId, input)),
  ]);
  const villages = inVillages(rows);
  await markNobodyEnrolled(db, townshipId, villages, input.asOf);
  markNotRecorded(villages);
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

/** The planner would not think a report of a tenth of a second worth a second core. */
async function onEveryCore<T>(db: Database, read: (db: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db);
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true),
      set_config('min_parallel_table_scan_size', '0', true), set_config('min_parallel_index_scan_size', '0', true)`.execute(trx);
    return read(trx);
  });
}

async function countRungs(db: Database, townshipId: string, input: CoverageInput): Promise<Row[]> {
  const { asOf, from } = input;
  const by = (topic: Topic, rung: Rung) => sql`${sql.ref(`s.${rungDay(topic, rung)}`)} <= ${asOf}::date`;
  const since = (topic: Topic, rung: Rung) =>
    from === undefined ? sql`` : sql` and ${sql.ref(`s.${rungDay(topic, rung)}`)} >= ${from}::date`;
  const counts = TOPICS.flatMap((topic) => [
    ...RUNGS.map((rung) => sql`count(*) filter (where ${by(topic, rung)}${since(topic, rung)})::int as ${sql.ref(column(topic, rung))}`),
    // Zero newly earned in a period is not "nobody".
    sql`${from === undefined ? sql`null` : sql`bool_or(${by(topic, 'reached')} or ${by(topic, 'adopted')})`} as ${sql.ref(column(topic, 'known'))}`,
  ]);
  const { rows } = await sql<Row>`
    with roster as not materialized (${eligibleOn(townshipId, input)}),
    counted as (
      select r.village_id, count(*) filter (where not r.is_away)::int as eligible, count(*) filter (where r.is_away)::int as away, ${sql.join(counts)}
      from roster r
      left join standing_row s on s.township_id = ${townshipId} and s.base_id = ${input.baseId ?? ''} and s.learner_id = r.learner_id and not r.is_away
      group by r.village_id
    )
    select v.id, v.name_zh, v.name_en, c.*, coalesce(c.eligible, 0) as eligible, coalesce(c.away, 0) as away
    from village v left join counted c on c.village_id = v.id
    where v.township_id = ${townshipId} and v.since <= ${asOf}::date and (v.until is null or ${asOf}::date < v.until)
      ${onlyVillage(input.villageId)}
    order by v.position, v.name_zh`.execute(db);
  return rows;
}

function column(topic: Topic, of: Rung | 'known'): string {
  return `${topic}_${of}`;
}

function onlyVillage(villageId: string | undefined) {
  if (villageId === undefined) return sql``;
  return isUuid(villageId) ? sql`and v.id = ${villageId}` : sql`and false`;
}

function inVillages(rows: Row[]): VillageCoverage[] {
  return rows.map((row) => {
    const cells = emptyCells();
    for (const topic of TOPICS) {
      const count = (rung: Rung) => Number(row[column(topic, rung)] ?? 0);
      const isKnown = row[column(topic, 'known')] === true || RUNGS.some((rung) => count(rung) > 0);
      if (isKnown) for (const rung of RUNGS) cells[topic][rung] = count(rung);
    }
    return { id: row.id, nameZh: row.name_zh, nameEn: row.name_en, eligible: row.eligible, away: row.away, cells };
  });
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
function markNotRecorded(villages: VillageCoverage[]): void {
  for (const rung of ['retained', 'adopted'] as const) {
    if (villages.some((village) => TOPICS.some((topic) => (village.cells[topic][rung] ?? 0) > 0))) continue;
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
