import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import type { Level } from '../learning/awareness-rules.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { eligibleOn } from './coverage-queries.ts';

const LEVELS: readonly Level[] = ['not-started', 'studied', 'understood', 'remembered', 'in-use'];

/** One eligible farmer and the level on each topic. */
export interface FarmerRow {
  learnerId: string;
  villageZh: string;
  villageEn: string;
  number: string;
  name: string;
  sex: 'female' | 'male' | null;
  birthYear: number | null;
  trade: string | null;
  isAway: boolean;
  levels: Record<Topic, Level>;
}

type Row = Omit<FarmerRow, 'levels'> & Record<Topic, number | null>;

/** Every eligible farmer, those away too, with the level of each topic as of a day: one query, by village and number. */
export async function farmerRows(
  db: Database,
  actor: Actor,
  input: { asOf: Day; baseId?: string | undefined; groupId?: string | undefined; villageId?: string | undefined },
): Promise<FarmerRow[]> {
  requirePermission(actor, 'coverage:read');
  const { townshipId } = actor;
  const by = (column: string) => sql`${sql.ref(`s.${column}`)} <= ${input.asOf}::date`;
  const { rows } = await sql<Row>`
    with roster as materialized (${eligibleOn(townshipId, input)}),
    levels as (
      select s.learner_id, s.topic, case when ${by('adopted_on')} then 4 when ${by('retained_on')} then 3 when ${by('mastered_on')} then 2
        when ${by('completed_on')} then 1 else 0 end as level
      from roster r join learner_standing s on s.township_id = ${townshipId} and s.base_id = ${input.baseId ?? ''} and s.learner_id = r.learner_id
    ),
    farmer as (
      select learner_id, max(level) filter (where topic = 'development') as development, max(level) filter (where topic = 'innovation') as innovation,
        max(level) filter (where topic = 'science') as science, max(level) filter (where topic = 'ecology') as ecology,
        max(level) filter (where topic = 'law') as law, max(level) filter (where topic = 'morality') as morality
      from levels group by learner_id
    )
    select r.learner_id as "learnerId", v.name_zh as "villageZh", v.name_en as "villageEn", l.number, l.name, l.sex, l.birth_year as "birthYear",
      l.trade, r.is_away as "isAway", f.development, f.innovation, f.science, f.ecology, f.law, f.morality
    from roster r
    join learner l on l.township_id = ${townshipId} and l.id = r.learner_id
    join village v on v.township_id = ${townshipId} and v.id = r.village_id
    left join farmer f on f.learner_id = r.learner_id
    order by v.position, v.name_zh, l.number`.execute(db);
  return rows.map(({ development, innovation, science, ecology, law, morality, ...farmer }) => ({
    ...farmer,
    levels: {
      development: levelAt(development),
      innovation: levelAt(innovation),
      science: levelAt(science),
      ecology: levelAt(ecology),
      law: levelAt(law),
      morality: levelAt(morality),
    },
  }));
}

function levelAt(index: number | null): Level {
  return LEVELS[index ?? 0] ?? 'not-started';
}
