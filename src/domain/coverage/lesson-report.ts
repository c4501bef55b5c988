import type { Database } from '../../../db/connect.ts';
import type { Language, TopicName } from '../../lesson-mdx/checked-lesson.ts';
import { measureTopic, topicsOf } from '../learning/awareness-rules.ts';
import { type FactsOf, loadLessonFacts } from '../learning/lesson-facts.ts';
import { RATINGS } from '../learning/record-batch.ts';
import { lessonVersion } from '../lessons/lesson-version.ts';
import { newestVersionNumber, publishedVersionNumber } from '../lessons/lessons-queries.ts';
import type { Actor } from '../people/actor.ts';
import { requirePermission } from '../people/permissions.ts';
import { type Beginner, beginnersOf, momentsOf, placeNames, ratingsOf } from './lesson-report-queries.ts';
import { median, timeSpent } from './lesson-report-rules.ts';

/** People: of those who started, who finished and who understood. */
export interface LessonCounts {
  started: number;
  finished: number;
  understood: number;
}

export interface LessonReport extends LessonCounts {
  lessonId: string;
  /** Median time spent by those who finished, in minutes; null when nobody did. */
  minutes: number | null;
  /** The version kiosks show, or the newest one where they show none. */
  version: number;
  /** Screens of the version kiosks show: how many of those who have not finished got no further. */
  stops: { step: number; title: Record<Language, string>; people: number }[];
  /** Only villages and groups with somebody who started. */
  places: (LessonCounts & { kind: 'village' | 'group'; id: string; name: Record<Language, string> })[];
  ratings: Record<(typeof RATINGS)[number], number>;
}

/**
 * Who learned from a lesson. Understood is the rule of the level 已懂 applied to this lesson alone: finished, enough evidence, S ≥ 70 in a topic
 * of the lesson. Null for a lesson nobody ever published.
 */
export async function lessonReport(db: Database, actor: Actor, lessonId: string): Promise<LessonReport | null> {
  requirePermission(actor, 'lesson:read');
  const { townshipId } = actor;
  const version = (await publishedVersionNumber(db, townshipId, lessonId)) ?? (await newestVersionNumber(db, townshipId, lessonId));
  const shown = version === null ? null : await lessonVersion(db, townshipId, lessonId, version);
  if (!shown) return null;
  const [beginners, moments, ratings, names] = await Promise.all([
    beginnersOf(db, townshipId, lessonId),
    momentsOf(db, townshipId, lessonId),
    ratingsOf(db, townshipId, lessonId),
    placeNames(db, townshipId),
  ]);
  const versions = beginners.flatMap(({ version: begun, completedVersion, evidence }) => [
    completedVersion ?? begun,
    ...Object.values(evidence).map((seen) => seen.version),
  ]);
  const factsOf = await loadLessonFacts(
    db,
    townshipId,
    [...new Set(versions)].map((each) => ({ lessonId, version: each })),
  );
  const learned = beginners.map((person) => ({ ...person, hasUnderstood: hasUnderstood(person, lessonId, factsOf) }));
  const finished = new Set(learned.filter(({ completedVersion }) => completedVersion !== null).map(({ learnerId }) => learnerId));
  const spent = new Map<string, number>();
  for (const { learnerId, moments: own } of moments)
    if (finished.has(learnerId)) spent.set(learnerId, (spent.get(learnerId) ?? 0) + timeSpent(own));
  const minutes = median([...spent.values()]);
  const going = learned.filter((person) => person.completedVersion === null && person.version === shown.version);
  return {
    lessonId,
    version: shown.version,
    ...counts(learned),
    minutes: minutes === null ? null : minutes / 60_000,
    stops: shown.checked.steps.zh.map((step, index) => ({
      step: index + 1,
      title: { zh: step.title, en: shown.checked.steps.en[index]?.title ?? step.title },
      people: going.filter(({ place }) => place === index).length,
    })),
    places: names
      .map((place) => ({
        ...place,
        ...counts(
          learned.filter(({ villageId, groupIds }) => (place.kind === 'village' ? villageId === place.id : groupIds.includes(place.id))),
        ),
      }))
      .filter(({ started }) => started > 0),
    ratings: { good: 0, fair: 0, poor: 0, ...tally(ratings) },
  };
}

type Learned = Beginner & { hasUnderstood: boolean };

function counts(people: readonly Learned[]): LessonCounts {
  return {
    started: people.length,
    finished: people.filter(({ completedVersion }) => completedVersion !== null).length,
    understood: people.filter((person) => person.hasUnderstood).length,
  };
}

function hasUnderstood(person: Beginner, lessonId: string, factsOf: FactsOf): boolean {
  if (person.completedVersion === null) return false;
  const facts = factsOf(lessonId, person.completedVersion);
  const scope = [{ lessonId, version: person.completedVersion, isCompleted: true, evidence: person.evidence }];
  return facts !== undefined && topicsOf(facts).some((topic: TopicName) => measureTopic(topic, scope, factsOf).isMastered);
}

function tally(ratings: readonly string[]): Partial<LessonReport['ratings']> {
  return Object.fromEntries(RATINGS.map((rating) => [rating, ratings.filter((each) => each === rating).length]));
}
