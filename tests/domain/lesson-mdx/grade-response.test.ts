import { describe, expect, it } from 'vitest';
import { gradeResponse } from '../../../src/lesson-mdx/grade-response.ts';
import { questionKey } from '../../../src/lesson-mdx/question-key.ts';

const ask = { id: 'q', objective: 'o' };
const single = questionKey({ ...ask, kind: 'single-choice', choices: ['a', 'b', 'c'], right: 'b' });
const multiple = questionKey({ ...ask, kind: 'multiple-choice', choices: ['a', 'b', 'c'], right: ['a', 'c'] });
const truth = questionKey({ ...ask, kind: 'true-false', right: false });
const number = questionKey({ ...ask, kind: 'number', right: 2.3, tolerance: 0.05 });
const order = questionKey({ ...ask, kind: 'ordering', choices: ['a', 'b', 'c'], right: ['b', 'a', 'c'] });
const pairs = questionKey({ ...ask, kind: 'matching', choices: ['a', 'b'], right: ['a', 'b'] });

describe('grading', () => {
  it.each([
    [single, 'b', true],
    [single, 'a', false],
    [multiple, ['c', 'a'], true],
    [multiple, ['a'], false],
    [multiple, ['a', 'b', 'c'], false],
    [truth, false, true],
    [truth, true, false],
    [number, 2.3, true],
    [number, 2.35, true],
    [number, 2.25, true],
    [number, 2.36, false],
    [order, ['b', 'a', 'c'], true],
    [order, ['a', 'b', 'c'], false],
    [pairs, ['a', 'b'], true],
    [pairs, ['b', 'a'], false],
  ])('%o answered with %j', (question, response, isCorrect) => {
    expect(gradeResponse(question, response)).toEqual({ ok: true, isCorrect });
  });

  it.each([
    [single, 'z'],
    [single, ['b']],
    [single, null],
    [multiple, 'a'],
    [multiple, []],
    [multiple, ['a', 'a']],
    [multiple, ['a', 'z']],
    [truth, 'false'],
    [number, '2.3'],
    [number, Number.NaN],
    [number, Number.POSITIVE_INFINITY],
    [number, undefined],
    [order, ['b', 'a']],
    [order, ['b', 'a', 'a']],
    [order, ['b', 'a', 'c', 'd']],
    [order, 'bac'],
    [pairs, ['a', 'z']],
    [pairs, { a: 'a' }],
  ])('%o is not answered by %j', (question, response) => {
    expect(gradeResponse(question, response)).toEqual({ ok: false, reason: 'not-an-answer' });
  });
});
