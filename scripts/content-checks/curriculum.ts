import { LANGUAGES, type Language, TOPICS, type TopicName } from '../../src/lesson-mdx/checked-lesson.ts';

export interface CurriculumLesson {
  id: string;
  topics: Partial<Record<TopicName, number>>;
}

/** A base's lessons, those it shares from other bases too. */
export interface BaseCurriculum {
  baseId: string;
  lessons: CurriculumLesson[];
}

/** A course as its folder shows it: the lessons it lists, and the languages in which it has a trainer's guide. */
export interface CourseOutline {
  id: string;
  baseId: string;
  lessons: CurriculumLesson[];
  guides: Language[];
}

/** Lessons a base has at least. */
const LESSONS_A_BASE: Record<string, number> = { qingshan: 24, mutouyingzi: 10, xinwopu: 8, xinmin: 8, hashatu: 8 };
/** Bases that declare awarenesses, each taught in a course of its own. */
const DECLARED: Record<string, readonly TopicName[]> = { qingshan: TOPICS };
const LESSONS_AN_AWARENESS = 4;
/** A lesson belongs to a topic from this weight on, as in awareness-rules.ts. */
const TOPIC_WEIGHT = 0.2;
const TOPICS_A_BASE = 4;
const LESSONS_A_TOPIC = 6;
const BASES_A_TOPIC = 2;

export interface TopicSpread {
  byBase: { baseId: string; lessons: number; topics: TopicName[] }[];
  byTopic: { topic: TopicName; lessons: number; bases: number }[];
  /** What is too thin, a sentence each. */
  thin: string[];
}

/** How the six awarenesses lie over the bases: each base touches at least four, each has at least six lessons from two bases. */
export function topicSpread(bases: readonly BaseCurriculum[]): TopicSpread {
  const byBase = bases.map(({ baseId, lessons }) => ({
    baseId,
    lessons: lessons.length,
    topics: TOPICS.filter((topic) => lessons.some((lesson) => teaches(lesson, topic))),
  }));
  const byTopic = TOPICS.map((topic) => {
    const teaching = bases.filter(({ lessons }) => lessons.some((lesson) => teaches(lesson, topic)));
    const ids = new Set(teaching.flatMap(({ lessons }) => lessons.filter((lesson) => teaches(lesson, topic)).map(({ id }) => id)));
    return { topic, lessons: ids.size, bases: teaching.length };
  });
  const thin = [
    ...byBase.flatMap(({ baseId, lessons }) => {
      const least = LESSONS_A_BASE[baseId] ?? 0;
      return lessons < least ? [`${baseId} has ${lessons} lessons of at least ${least}`] : [];
    }),
    ...byBase
      .filter(({ topics }) => topics.length < TOPICS_A_BASE)
      .map(({ baseId, topics }) => `${baseId} touches ${topics.length} topics of at least ${TOPICS_A_BASE}`),
    ...byTopic
      .filter(({ lessons, bases: from }) => lessons < LESSONS_A_TOPIC || from < BASES_A_TOPIC)
      .map(
        ({ topic, lessons, bases: from }) =>
          `${topic} has ${lessons} lessons of at least ${LESSONS_A_TOPIC}, from ${from} bases of at least ${BASES_A_TOPIC}`,
      ),
  ];
  return { byBase, byTopic, thin };
}

/** A sentence for each awareness a base declares that has no course of the base, or one of too few lessons on it. */
export function thinAwarenesses(courses: readonly CourseOutline[]): string[] {
  return Object.entries(DECLARED).flatMap(([baseId, topics]) => {
    const own = courses.filter((course) => course.baseId === baseId);
    return topics.flatMap((topic) => {
      const counts = own
        .filter(({ lessons }) => mainTopic(lessons) === topic)
        .map(({ lessons }) => lessons.filter((lesson) => teaches(lesson, topic)).length);
      if (counts.length === 0) return [`${baseId} has no course on ${topic}`];
      const most = Math.max(...counts);
      return most < LESSONS_AN_AWARENESS
        ? [`${baseId} has ${most} lessons in its course on ${topic}, of at least ${LESSONS_AN_AWARENESS}`]
        : [];
    });
  });
}

/** The guide files that are missing, as `course/guide.zh.mdx`: every course has a trainer's guide in each language. */
export function missingGuides(courses: readonly CourseOutline[]): string[] {
  return courses.flatMap(({ id, guides }) =>
    LANGUAGES.filter((language) => !guides.includes(language)).map((language) => `${id}/guide.${language}.mdx`),
  );
}

/** What a course is about: the topic of the largest weight over its lessons. */
function mainTopic(lessons: readonly CurriculumLesson[]): TopicName | undefined {
  const weight = (topic: TopicName) => lessons.reduce((sum, { topics }) => sum + (topics[topic] ?? 0), 0);
  return lessons.length === 0 ? undefined : TOPICS.toSorted((a, b) => weight(b) - weight(a))[0];
}

function teaches({ topics }: CurriculumLesson, topic: TopicName): boolean {
  return (topics[topic] ?? 0) >= TOPIC_WEIGHT;
}
