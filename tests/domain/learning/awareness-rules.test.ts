import { describe, expect, it } from 'vitest';
import { measureTopic, objectiveMastery, showsRetention } from '../../../src/domain/learning/awareness-rules.ts';

describe('the awareness formula', () => {
  const tally = { objectiveId: 'o', questions: 2, luckOfAll: 2 / 3, luckOfAnswered: 2 / 3 };

  it('is 1 for a learner with everything right and 0 for an objective not seen', () => {
    expect(objectiveMastery({ ...tally, answered: 2, right: 2 })).toBe(1);
    expect(objectiveMastery({ ...tally, answered: 0, right: 0, luckOfAnswered: 0 })).toBe(0);
  });

  it('takes lucky guessing away', () => {
    // p = 2/4, g = 1/3 → 0.25; the best is p = 3/4 → 0.625.
    expect(objectiveMastery({ ...tally, answered: 2, right: 1 })).toBeCloseTo(0.4);
    expect(objectiveMastery({ ...tally, answered: 2, right: 0 })).toBe(0);
  });

  it('never divides by zero when a question can only be right', () => {
    expect(objectiveMastery({ objectiveId: 'o', questions: 1, answered: 1, right: 1, luckOfAll: 1, luckOfAnswered: 1 })).toBe(0);
  });

  it('has no score and no completion without lessons', () => {
    expect(measureTopic('law', [], () => undefined)).toEqual({
      lessons: 0,
      completed: 0,
      score: 0,
      isEnough: false,
      isCompleted: false,
      isMastered: false,
    });
  });

  it('asks two of three right over two objectives for remembering', () => {
    const attempt = (right: boolean, objective: string) => ({ right, objective });
    expect(showsRetention([attempt(true, 'a'), attempt(true, 'b'), attempt(false, 'a')])).toBe(true);
    expect(showsRetention([attempt(true, 'a'), attempt(true, 'a'), attempt(true, 'a')])).toBe(false);
    expect(showsRetention([attempt(true, 'a'), attempt(true, 'b')])).toBe(false);
    expect(showsRetention([attempt(true, 'a'), attempt(false, 'b'), attempt(false, 'b')])).toBe(false);
  });
});
