import { sql } from 'kysely';
import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import { TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import type { Level } from '../learning/awareness-rules.ts';
import { type Rung, rungDay } from '../learning/rungs.ts';
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
  const { rows } = await sql<Row>`
    with roster as materialized (${eligibleOn(townshipId, input)})
    select r.learner_id as "learnerId", v.name_zh as "villageZh", v.name_en as "villageEn", l.number, l.name, l.sex, l.birth_year as "birthYear",
      l.trade, r.is_away as "isAway", ${sql.join(TOPICS.map((topic) => levelOn(topic, input.asOf)))}
    from roster r
    join learner l on l.township_id = ${townshipId} and l.id = r.learner_id
    join village v on v.township_id = ${townshipId} and v.id = r.village_id
    left join standing_row s on s.township_id = ${townshipId} and s.base_id = ${input.baseId ?? ''} and s.learner_id = r.learner_id
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

/** The highest rung above "reached" as an index into `LEVELS`. */
function levelOn(topic: Topic, asOf: Day) {
  const by = (rung: Rung) => sql`${sql.ref(`s.${rungDay(topic, rung)}`)} <= ${asOf}::date`;
  return sql`case when ${by('adopted')} then 4 when ${by('retained')} then 3 when ${by('mastered')} then 2 when ${by('completed')} then 1 else 0 end
    as ${sql.ref(topic)}`;
}

function levelAt(index: number | null): Level {
  return LEVELS[index ?? 0] ?? 'not-started';
}
