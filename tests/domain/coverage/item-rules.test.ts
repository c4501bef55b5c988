import { describe, expect, it } from 'vitest';
import { type FirstTries, itemFigures } from '../../../src/domain/coverage/item-rules.ts';

const QUESTIONS = [
  { id: 'q1', choices: ['a', 'b', 'c'], right: ['a'] },
  { id: 'q2', choices: ['a', 'b', 'c'], right: ['a'] },
  { id: 'q3', choices: ['a', 'b', 'c'], right: ['a'] },
];

/** `people(12, 'aab')`: twelve people who chose a, a, b. */
const people = (count: number, chosen: string): FirstTries[] =>
  Array.from(
    { length: count },
    () => new Map([...chosen].map((choice, at) => [`q${at + 1}`, { chosen: [choice], right: choice === 'a' }])),
  );
const kinds = (tries: FirstTries[]) => itemFigures(tries, QUESTIONS).map(({ advice }) => advice.map(({ kind }) => kind));

describe('item analysis', () => {
  it('counts who answered, who was right, and whom each answer attracts', () => {
    const [first] = itemFigures([...people(20, 'aaa'), ...people(10, 'bbb')], QUESTIONS);
    expect(first).toMatchObject({ question: 'q1', n: 30, right: 20, discrimination: 1 });
    expect(first?.choices).toEqual([
      { choice: 'a', isRight: true, n: 20, strong: 1, weak: 0 },
      { choice: 'b', isRight: false, n: 10, strong: 0, weak: 1 },
      { choice: 'c', isRight: false, n: 0, strong: 0, weak: 0 },
    ]);
  });

  it('does not hang on the order of people who stand equal', () => {
    const tries = [...people(10, 'aab'), ...people(10, 'bab'), ...people(10, 'abb')];
    const turned = [...tries].reverse();
    expect(itemFigures(tries, QUESTIONS)).toEqual(itemFigures(turned, QUESTIONS));
  });

  it('tells nothing apart where everybody stands equal, where there are fewer than three, or only one question', () => {
    expect(itemFigures(people(30, 'aaa'), QUESTIONS)[0]?.discrimination).toBeNull();
    expect(itemFigures([...people(1, 'aaa'), ...people(1, 'bbb')], QUESTIONS)[0]?.discrimination).toBeNull();
    expect(itemFigures([...people(20, 'a'), ...people(20, 'b')], QUESTIONS)[0]?.discrimination).toBeNull();
  });

  it('gives no advice below 30 answers', () => {
    expect(kinds([...people(14, 'aaa'), ...people(15, 'bbb')])).toEqual([['too-few'], ['too-few'], ['too-few']]);
  });

  it('says what to do: check the key, too easy, too hard, tells little, a choice nobody takes, good', () => {
    // Those who know the rest choose b at q1.
    expect(kinds([...people(15, 'baa'), ...people(15, 'abb')])[0]).toEqual(['check-key', 'strong-choose', 'idle']);
    expect(kinds([...people(58, 'aaa'), ...people(1, 'bbb'), ...people(1, 'abb')])[0]).toEqual(['too-easy']);
    expect(kinds([...people(5, 'aaa'), ...people(14, 'bba'), ...people(11, 'cbb')])[1]).toContain('too-hard');
    expect(kinds([...people(8, 'aaa'), ...people(7, 'baa'), ...people(8, 'abb'), ...people(7, 'cbb')])[0]).toContain('tells-little');
    expect(kinds([...people(15, 'aaa'), ...people(8, 'bbb'), ...people(7, 'ccc')])[0]).toEqual(['good']);
  });
});
