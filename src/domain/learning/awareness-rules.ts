import type { Day } from '../../../db/schema.ts';
import type { TopicName } from '../../lesson-mdx/checked-lesson.ts';
import type { FactsOf, LessonFacts } from './lesson-facts.ts';

/** A lesson belongs to a topic from this weight on. */
export const TOPIC_WEIGHT = 0.2;
const MASTERY_SCORE = 70;
const ENOUGH_ANSWERS = 4;
const ENOUGH_OBJECTIVES = 2;
/** Days between mastery and the review that shows it was kept. */
export const RETENTION_DAYS = 14;

/** The first unhelped try on the latest day a question was tried. */
export type Evidence = Record<string, { day: Day; right: boolean; version: number }>;

/** What the formula reads of one lesson in scope. `version` is the completed one, else the published one. */
export interface ScopedLesson {
  lessonId: string;
  version: number;
  isCompleted: boolean;
  evidence: Evidence;
}

/** A topic's figures for one learner at one moment; `score` is S, 0–100. */
export interface TopicMeasure {
  lessons: number;
  completed: number;
  score: number;
  isEnough: boolean;
  isCompleted: boolean;
  isMastered: boolean;
}

/** The topics a version belongs to. */
export function topicsOf(facts: LessonFacts): TopicName[] {
  return (Object.entries(facts.topics) as [TopicName, number][]).filter(([, weight]) => weight >= TOPIC_WEIGHT).map(([topic]) => topic);
}

/**
 * Awareness progress of one topic. C is the weighted share of lessons completed; M the mean over all objectives of
 * guess-corrected correctness; S = 100·√(C·M), so clicking through cannot stand in for knowing.
 */
export function measureTopic(topic: TopicName, scope: readonly ScopedLesson[], factsOf: FactsOf): TopicMeasure {
  let lessons = 0;
  let completed = 0;
  let weightAll = 0;
  let weightDone = 0;
  let answers = 0;
  let objectivesSeen = 0;
  let objectives = 0;
  let mastery = 0;
  for (const lesson of scope) {
    const facts = factsOf(lesson.lessonId, lesson.version);
    const weight = facts?.topics[topic] ?? 0;
    if (!facts || weight < TOPIC_WEIGHT) continue;
    lessons += 1;
    weightAll += weight;
    if (lesson.isCompleted) {
      completed += 1;
      weightDone += weight;
    }
    for (const tally of tallyObjectives(lesson, facts, factsOf)) {
      objectives += 1;
      answers += tally.answered;
      if (tally.answered > 0) objectivesSeen += 1;
      mastery += objectiveMastery(tally);
    }
  }
  const c = weightAll === 0 ? 0 : weightDone / weightAll;
  const m = objectives === 0 ? 0 : mastery / objectives;
  const score = 100 * Math.sqrt(c * m);
  const isEnough = answers >= ENOUGH_ANSWERS && objectivesSeen >= ENOUGH_OBJECTIVES;
  const isCompleted = lessons > 0 && completed === lessons;
  // A hair of tolerance: 70 reached by another order of additions is still 70.
  return { lessons, completed, score, isEnough, isCompleted, isMastered: isCompleted && isEnough && score >= MASTERY_SCORE - 1e-9 };
}

/** Questions of one objective: how many there are, were answered and were right, and the luck in them. */
export interface ObjectiveTally {
  objectiveId: string;
  questions: number;
  answered: number;
  right: number;
  luckOfAll: number;
  luckOfAnswered: number;
}

/** Counts the evidence per objective; evidence from another version counts while what makes the answer right is unchanged. */
export function tallyObjectives(
  lesson: Pick<ScopedLesson, 'lessonId' | 'evidence'>,
  facts: LessonFacts,
  factsOf: FactsOf,
): ObjectiveTally[] {
  const tallies = new Map<string, ObjectiveTally>();
  for (const question of facts.questions.values()) {
    let tally = tallies.get(question.objective);
    if (!tally) {
      tally = { objectiveId: question.objective, questions: 0, answered: 0, right: 0, luckOfAll: 0, luckOfAnswered: 0 };
      tallies.set(question.objective, tally);
    }
    tally.questions += 1;
    tally.luckOfAll += question.luck;
    const seen = lesson.evidence[question.id];
    if (!seen || factsOf(lesson.lessonId, seen.version)?.questions.get(question.id)?.keyDigest !== question.keyDigest) continue;
    tally.answered += 1;
    tally.luckOfAnswered += question.luck;
    if (seen.right) tally.right += 1;
  }
  return [...tallies.values()];
}

/** m of one objective, 0–1: unseen is 0, and every question right is 1. */
export function objectiveMastery(tally: ObjectiveTally): number {
  if (tally.answered === 0) return 0;
  const best = corrected(tally.questions, tally.questions, tally.luckOfAll / tally.questions);
  if (best <= 0) return 0;
  return Math.min(1, corrected(tally.right, tally.answered, tally.luckOfAnswered / tally.answered) / best);
}

function corrected(right: number, answered: number, luck: number): number {
  if (luck >= 1) return 0;
  return Math.max(0, ((right + 1) / (answered + 2) - luck) / (1 - luck));
}

/** Whether the first tries of one day show that the topic was kept: at least 2 of 3 right over at least 2 objectives. */
export function showsRetention(tries: readonly { right: boolean; objective: string }[]): boolean {
  const right = tries.filter((attempt) => attempt.right).length;
  return tries.length >= 3 && right * 3 >= tries.length * 2 && new Set(tries.map((attempt) => attempt.objective)).size >= 2;
}

export type Level = 'not-started' | 'studied' | 'understood' | 'remembered' | 'in-use';

/** The rungs a learner has on a topic; each the day its rule first held. */
export interface RungDates {
  reached: Day | null;
  completed: Day | null;
  mastered: Day | null;
  retained: Day | null;
  adopted: Day | null;
}

/** The level shown to people: the highest rung. Use on the farm needs no lower rung. */
export function levelOf(rungs: Omit<RungDates, 'reached'>): Level {
  if (rungs.adopted) return 'in-use';
  if (rungs.retained) return 'remembered';
  if (rungs.mastered) return 'understood';
  return rungs.completed ? 'studied' : 'not-started';
}
