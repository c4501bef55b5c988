import type { Database } from '../../../db/connect.ts';
import type { Day, Topic } from '../../../db/schema.ts';
import { type Language, TOPICS } from '../../lesson-mdx/checked-lesson.ts';
import { loadAssignments, loadCatalogue, publishedVersions } from '../learning/catalogue-queries.ts';
import { scopeOf } from '../learning/fold-rules.ts';
import { loadLessonFacts } from '../learning/lesson-facts.ts';
import { enrolledCourses, lessonsOf, requiredCourses } from '../learning/scope-rules.ts';
import { addDays, noonOf } from '../learning/township-day.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { filterNames } from './coverage-report.ts';
import { type FarmerRow, farmerRows } from './farmer-rows.ts';

/** A topic a farmer is expected to learn and has not completed: what is left. */
interface Lack {
  topic: Topic;
  done: number;
  of: number;
  lessons: { lessonId: string; title: Record<Language, string> }[];
}

export interface VillagePage {
  id: string;
  nameZh: string;
  nameEn: string;
  isInvented: boolean;
  asOf: Day;
  /** The names of the base and group asked for, null without. Levels count what was recorded at the base; what is lacking does not. */
  base: Record<Language, string> | null;
  group: Record<Language, string> | null;
  farmers: (FarmerRow & { lacks: Lack[] })[];
}

/** A village's eligible farmers (of a group), their levels (at a base), and the lessons each still lacks. */
export async function villagePage(
  db: Database,
  actor: Actor,
  villageId: string,
  asked: { asOf: Day; baseId?: string | undefined; groupId?: string | undefined },
): Promise<VillagePage | null> {
  requirePermission(actor, 'coverage:read');
  const { townshipId } = actor;
  const { asOf } = asked;
  if (!isUuid(villageId)) return null;
  const village = await db
    .selectFrom('village')
    .selectAll()
    .where('township_id', '=', townshipId)
    .where('id', '=', villageId)
    .executeTakeFirst();
  if (!village) return null;
  const { base, group } = await filterNames(db, townshipId, asked);
  const filter = { baseId: base ? asked.baseId : undefined, groupId: group ? asked.groupId : undefined };
  const farmers = await farmerRows(db, actor, { asOf, villageId, ...filter });
  const lacksOf = await prepareLacks(
    db,
    townshipId,
    farmers.map((farmer) => farmer.learnerId),
    asOf,
  );
  return {
    id: village.id,
    nameZh: village.name_zh,
    nameEn: village.name_en,
    isInvented: village.is_invented,
    asOf,
    base,
    group,
    farmers: farmers.map((farmer) => ({ ...farmer, lacks: lacksOf(farmer.learnerId) })),
  };
}

async function prepareLacks(db: Database, townshipId: string, learnerIds: string[], asOf: Day): Promise<(learnerId: string) => Lack[]> {
  if (learnerIds.length === 0) return () => [];
  const at = noonOf(addDays(asOf, 1)).getTime() - 12 * 3_600_000;
  const catalogue = await loadCatalogue(db, townshipId);
  const assignments = await loadAssignments(db, townshipId, learnerIds);
  const completed = await db
    .selectFrom('lesson_state')
    .select(['learner_id', 'lesson_id', 'completed_version'])
    .where('township_id', '=', townshipId)
    .where('learner_id', 'in', learnerIds)
    .where('completed_at', '<', new Date(at))
    .execute();
  const states = new Map<string, Map<string, { completedVersion: number | null; evidence: Record<string, never> }>>();
  for (const row of completed) {
    const own = states.get(row.learner_id) ?? new Map();
    own.set(row.lesson_id, { completedVersion: row.completed_version, evidence: {} });
    states.set(row.learner_id, own);
  }
  const pinned = completed.flatMap((row) =>
    row.completed_version === null ? [] : [{ lessonId: row.lesson_id, version: row.completed_version }],
  );
  const factsOf = await loadLessonFacts(db, townshipId, [...publishedVersions(catalogue), ...pinned]);
  return (learnerId) => {
    const assigned = assignments.get(learnerId) ?? { required: [], enrolled: [] };
    const own = states.get(learnerId) ?? new Map();
    const required = lessonsOf(catalogue, requiredCourses(assigned, asOf));
    const enrolled = lessonsOf(catalogue, enrolledCourses(assigned, at));
    return TOPICS.flatMap((topic) => {
      const must = scopeOf({ catalogue, factsOf }, topic, required, own, at);
      const scope = must.length > 0 ? must : scopeOf({ catalogue, factsOf }, topic, enrolled, own, at);
      const left = scope.filter((lesson) => !lesson.isCompleted);
      if (left.length === 0) return [];
      const lessons = left.map(({ lessonId, version }) => ({
        lessonId,
        title: factsOf(lessonId, version)?.title ?? { zh: lessonId, en: lessonId },
      }));
      return [{ topic, done: scope.length - left.length, of: scope.length, lessons }];
    });
  };
}
