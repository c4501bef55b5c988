import { describe, expect, it } from 'vitest';
import { type CourseOutline, missingGuides, thinAwarenesses, topicSpread } from '../../scripts/content-checks/curriculum.ts';
import { TOPICS, type TopicName } from '../../src/lesson-mdx/checked-lesson.ts';

const lessons = (count: number, topics: Partial<Record<TopicName, number>>) =>
  Array.from({ length: count }, (_, at) => ({ id: `lesson-${at}`, topics }));

describe('topics over the bases', () => {
  it('are too thin where a base has few lessons, or touches few topics', () => {
    expect(topicSpread([{ baseId: 'xinmin', lessons: lessons(7, { ecology: 0.5 }) }]).thin).toContain('xinmin has 7 lessons of at least 8');
    const { thin } = topicSpread([{ baseId: 'xinmin', lessons: lessons(8, { ecology: 0.5, law: 0.1 }) }]);
    expect(thin).toContain('xinmin touches 1 topics of at least 4');
    expect(thin).not.toContain('xinmin has 8 lessons of at least 8');
  });
  it('are thick enough with six lessons of each from two bases', () => {
    const all = Object.fromEntries(TOPICS.map((topic) => [topic, 0.2]));
    const { thin } = topicSpread([
      { baseId: 'xinmin', lessons: lessons(8, all) },
      { baseId: 'xinwopu', lessons: lessons(8, all) },
    ]);
    expect(thin).toEqual([]);
  });
  it('count a shared lesson once, for each base that holds it', () => {
    const shared = { id: 'shared', topics: { law: 0.5 } };
    const { byTopic } = topicSpread([
      { baseId: 'xinmin', lessons: [shared] },
      { baseId: 'xinwopu', lessons: [shared] },
    ]);
    expect(byTopic.find(({ topic }) => topic === 'law')).toEqual({ topic: 'law', lessons: 1, bases: 2 });
  });
});

describe('a base that declares awarenesses', () => {
  const course = (topic: TopicName, count = 4, more: Partial<CourseOutline> = {}): CourseOutline => ({
    id: topic,
    baseId: 'qingshan',
    lessons: lessons(count, { [topic]: 0.6, law: 0.3 }),
    guides: ['zh', 'en'],
    ...more,
  });
  const six = TOPICS.map((topic) => course(topic));
  it('is complete with a course of four lessons on each', () => {
    expect(thinAwarenesses(six)).toEqual([]);
  });
  it('is not without a course on one of them, though others touch it, nor with a course of another base', () => {
    const without = six.filter(({ id }) => id !== 'law');
    expect(thinAwarenesses(without)).toEqual(['qingshan has no course on law']);
    expect(thinAwarenesses([...without, course('law', 4, { baseId: 'hashatu' })])).toEqual(['qingshan has no course on law']);
  });
  it('is not with three lessons in one of them; a lesson on something else does not count', () => {
    const others = six.filter(({ id }) => id !== 'morality');
    const thin = ['qingshan has 3 lessons in its course on morality, of at least 4'];
    expect(thinAwarenesses([...others, course('morality', 3)])).toEqual(thin);
    const mixed = [...lessons(3, { morality: 1 }), { id: 'stray', topics: { law: 1 } }];
    expect(thinAwarenesses([...others, course('morality', 4, { lessons: mixed })])).toEqual(thin);
  });
  it('is not with a course that is empty', () => {
    expect(thinAwarenesses([...six.filter(({ id }) => id !== 'law'), course('law', 0)])).toEqual(['qingshan has no course on law']);
  });
});

describe('guides for trainers', () => {
  const course = (guides: CourseOutline['guides']): CourseOutline => ({ id: 'wool', baseId: 'xinwopu', lessons: [], guides });
  it('are there in both languages', () => expect(missingGuides([course(['zh', 'en'])])).toEqual([]));
  it('are missing in the language that has none', () => {
    expect(missingGuides([course(['zh'])])).toEqual(['wool/guide.en.mdx']);
    expect(missingGuides([course([])])).toEqual(['wool/guide.zh.mdx', 'wool/guide.en.mdx']);
  });
});
