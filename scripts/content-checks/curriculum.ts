import { TOPICS, type TopicName } from '../../src/lesson-mdx/checked-lesson.ts';

/** A base's lessons, those it shares from other bases too. */
export interface BaseCurriculum {
  baseId: string;
  lessons: { id: string; topics: Partial<Record<TopicName, number>> }[];
}

/** Lessons a base has when its curriculum is complete. */
const COMPLETE: Record<string, number> = { qingshan: 24, mutouyingzi: 10, xinwopu: 8, xinmin: 8, hashatu: 8 };
/** A lesson belongs to a topic from this weight on, as in awareness-rules.ts. */
const TOPIC_WEIGHT = 0.2;
const TOPICS_A_BASE = 4;
const LESSONS_A_TOPIC = 6;
const BASES_A_TOPIC = 2;

export interface TopicSpread {
  byBase: { baseId: string; lessons: number; topics: TopicName[]; isComplete: boolean }[];
  byTopic: { topic: TopicName; lessons: number; bases: number }[];
  /** What is too thin. Only an error once the base, or every base, is complete. */
  thin: { text: string; isError: boolean }[];
}

/** How the six awarenesses lie over the bases: each base touches at least four, each has at least six lessons from two bases. */
export function topicSpread(bases: readonly BaseCurriculum[]): TopicSpread {
  const byBase = bases.map(({ baseId, lessons }) => ({
    baseId,
    lessons: lessons.length,
    topics: TOPICS.filter((topic) => lessons.some((lesson) => teaches(lesson, topic))),
    isComplete: lessons.length >= (COMPLETE[baseId] ?? 0),
  }));
  const byTopic = TOPICS.map((topic) => {
    const teaching = bases.filter(({ lessons }) => lessons.some((lesson) => teaches(lesson, topic)));
    const ids = new Set(teaching.flatMap(({ lessons }) => lessons.filter((lesson) => teaches(lesson, topic)).map(({ id }) => id)));
    return { topic, lessons: ids.size, bases: teaching.length };
  });
  const isComplete = byBase.every((base) => base.isComplete);
  const thin = [
    ...byBase
      .filter(({ topics }) => topics.length < TOPICS_A_BASE)
      .map((base) => ({
        text: `${base.baseId} touches ${base.topics.length} topics of at least ${TOPICS_A_BASE}`,
        isError: base.isComplete,
      })),
    ...byTopic
      .filter(({ lessons, bases: from }) => lessons < LESSONS_A_TOPIC || from < BASES_A_TOPIC)
      .map(({ topic, lessons, bases: from }) => ({
        text: `${topic} has ${lessons} lessons of at least ${LESSONS_A_TOPIC}, from ${from} bases of at least ${BASES_A_TOPIC}`,
        isError: isComplete,
      })),
  ];
  return { byBase, byTopic, thin };
}

function teaches({ topics }: { topics: Partial<Record<TopicName, number>> }, topic: TopicName): boolean {
  return (topics[topic] ?? 0) >= TOPIC_WEIGHT;
}
