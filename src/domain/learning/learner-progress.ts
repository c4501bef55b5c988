import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import { TOPICS, type TopicName } from '../../lesson-mdx/checked-lesson.ts';
import { type Level, levelOf, measureTopic } from './awareness-rules.ts';
import { loadAssignments, loadCatalogue, publishedVersions } from './catalogue-queries.ts';
import { scopeOf } from './fold-rules.ts';
import { loadLessonFacts } from './lesson-facts.ts';
import { enrolledCourses, lessonsOf, requiredCourses } from './scope-rules.ts';
import { addDays, noonOf } from './township-day.ts';

export interface TopicProgress {
  level: Level;
  /** At least one sitting or class on the topic: below "studied", but no longer nothing. */
  isReached: boolean;
  /** Whether there is enough evidence to say how much is known; false reads "not enough evidence yet". */
  enough: boolean;
  /** Lessons done, of those in scope today. */
  done: number;
  of: number;
}

export interface LearnerProgress {
  /** Where to go on: the lesson last touched and not finished. */
  place: { lessonId: string; step: number } | null;
  lessons: Record<string, { place: number; completedAt: Date | null }>;
  topics: Record<TopicName, TopicProgress>;
  enrolled: string[];
  required: string[];
}

/** What one learner did and what it comes to today. The caller has checked that it may be shown to who asks. */
export async function learnerProgress(db: Database, townshipId: string, learnerId: string, today: Day): Promise<LearnerProgress> {
  const own = <T extends 'lesson_state' | 'learner_standing'>(table: T) => db.selectFrom(table);
  const [catalogue, assignments, states, standings] = await Promise.all([
    loadCatalogue(db, townshipId),
    loadAssignments(db, townshipId, [learnerId]),
    own('lesson_state')
      .selectAll()
      .where('township_id', '=', townshipId)
      .where('learner_id', '=', learnerId)
      .orderBy('touched_at', 'desc')
      .execute(),
    own('learner_standing')
      .selectAll()
      .where('township_id', '=', townshipId)
      .where('learner_id', '=', learnerId)
      .where('base_id', '=', '')
      .execute(),
  ]);
  const touched = states.map((state) => ({ lessonId: state.lesson_id, version: state.version }));
  const completed = states.flatMap(({ lesson_id, completed_version }) =>
    completed_version === null ? [] : [{ lessonId: lesson_id, version: completed_version }],
  );
  const evidence = states.flatMap((state) => Object.values(state.evidence).map(({ version }) => ({ lessonId: state.lesson_id, version })));
  const factsOf = await loadLessonFacts(db, townshipId, [...publishedVersions(catalogue), ...touched, ...completed, ...evidence]);
  // The end of today: what is published or joined this evening counts as of now.
  const at = noonOf(addDays(today, 1)).getTime();
  const assigned = assignments.get(learnerId) ?? { required: [], enrolled: [] };
  const required = requiredCourses(assigned, today);
  const enrolled = enrolledCourses(assigned, at);
  const byLesson = new Map(
    states.map((state) => [state.lesson_id, { completedVersion: state.completed_version, evidence: state.evidence }]),
  );
  const progressOf = (topic: TopicName): TopicProgress => {
    const must = scopeOf({ catalogue, factsOf }, topic, lessonsOf(catalogue, required), byLesson, at);
    const scope = must.length > 0 ? must : scopeOf({ catalogue, factsOf }, topic, lessonsOf(catalogue, enrolled), byLesson, at);
    const measure = measureTopic(topic, scope, factsOf);
    const row = standings.find((standing) => standing.topic === topic);
    const level = row
      ? levelOf({ completed: row.completed_on, mastered: row.mastered_on, retained: row.retained_on, adopted: row.adopted_on })
      : 'not-started';
    return {
      level,
      isReached: row !== undefined && row.reached_on !== null,
      enough: measure.isEnough,
      done: measure.completed,
      of: measure.lessons,
    };
  };
  const last = states.find((state) => state.completed_at === null || state.place > 0);
  return {
    place: last ? { lessonId: last.lesson_id, step: last.place } : null,
    lessons: Object.fromEntries(states.map((state) => [state.lesson_id, { place: state.place, completedAt: state.completed_at }])),
    topics: Object.fromEntries(TOPICS.map((topic) => [topic, progressOf(topic)])) as Record<TopicName, TopicProgress>,
    enrolled,
    required,
  };
}
