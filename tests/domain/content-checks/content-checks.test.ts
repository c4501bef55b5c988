import { describe, expect, it } from 'vitest';
import { charactersIn, readability } from '../../../scripts/content-checks/readability.ts';
import { measureRightAnswers, rightAnswersOf } from '../../../scripts/content-checks/right-answers.ts';
import { sentencesOf } from '../../../scripts/content-checks/sentences.ts';
import { checkShippedLesson } from '../../../scripts/content-checks/shipped-lesson.ts';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { goodLesson } from '../lesson-mdx/good-lesson.ts';

describe('sentences', () => {
  it('are what is read and heard, each with its place; a term is its word, its meaning a sentence of its own', () => {
    const { sentences, terms } = sentencesOf(
      '# 课名\n\n先看<Term word="净毛" meaning="洗净的毛。" />。再称！\n\n<Figure src="a.svg" alt="图里有羊。" caption="一只羊" />\n',
      'zh',
    );
    expect(sentences.map(({ text, line }) => `${line} ${text}`)).toEqual(['1 课名', '3 先看净毛', '3 再称', '3 洗净的毛', '5 一只羊']);
    expect(terms).toEqual(['净毛']);
  });
  it('have as many characters as are spoken: a number is one, a law’s name is one, pauses are none', () => {
    expect(charactersIn('一只羊，吃 0.35 公斤')).toBe(7);
    expect(charactersIn('照《中华人民共和国劳动法》办')).toBe(3);
  });
});

describe('readability', () => {
  const read = (text: string, terms: string[] = []) => readability([{ text, line: 1, column: 1 }], terms, 'zh');
  it('finds characters outside the common 3,500, but not in what a term explains', () => {
    expect(read('苜蓿好吃')?.uncommon).toEqual({ share: 0.5, characters: ['苜', '蓿'] });
    expect(read('苜蓿好吃', ['苜蓿'])?.uncommon?.share).toBe(0);
    expect(read('羊吃草')?.uncommon?.share).toBe(0);
  });
  it('finds the sentence that is too long', () => {
    expect(read('羊'.repeat(32))?.tooLong).toHaveLength(0);
    expect(read('羊'.repeat(33))?.tooLong).toHaveLength(1);
  });
});

describe('right answers', () => {
  const choice = (right: number, lengths = [5, 5, 5]) => ({ right, lengths });
  const outside = (choices: ReturnType<typeof choice>[], truths: boolean[] = [true, false], several: boolean[][] = []) =>
    measureRightAnswers({ choices, truths, several })
      .filter(({ isWithin }) => !isWithin)
      .map(({ name }) => name);
  it('may stand anywhere about as often as chance has it', () => {
    expect(outside(Array.from({ length: 30 }, (_, n) => choice(n % 3)))).toEqual([]);
  });
  it('must not always stand in one place, be the longest, be the shortest, or be true', () => {
    expect(outside(Array.from({ length: 30 }, () => choice(1)))).toEqual([
      'right answer at place 1',
      'right answer at place 2',
      'right answer at place 3',
    ]);
    expect(
      outside(
        Array.from({ length: 30 }, (_, n) =>
          choice(
            n % 3,
            [0, 1, 2].map((at) => (at === n % 3 ? 9 : 5)),
          ),
        ),
      ),
    ).toEqual(['right answer longest']);
    expect(
      outside(
        Array.from({ length: 30 }, (_, n) =>
          choice(
            n % 3,
            [0, 1, 2].map((at) => (at === n % 3 ? 5 : 9)),
          ),
        ),
      ),
    ).toEqual(['right answer shortest']);
    expect(
      outside(
        [],
        Array.from({ length: 30 }, () => false),
      ),
    ).toEqual(['statement true']);
    const secondIsWrong = Array.from({ length: 30 }, () => [true, false, true, true]);
    expect(outside([], [true, false], secondIsWrong)).toContain('wrong among several at place 2');
  });
  it('are read from the page as written', () => {
    const { choices, truths } = rightAnswersOf(goodLesson().en);
    expect(choices).toEqual([{ lengths: ['The wrong one'.length, 'The right one'.length], right: 1 }]);
    expect(truths).toEqual([false]);
  });
});

describe('a lesson that ships', () => {
  async function codes(change: Parameters<typeof goodLesson>[0] = {}, facts: string | null = '- fact: a\n  source: advice\n') {
    const files = goodLesson(change);
    const result = await checkLesson(files);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { problems } = checkShippedLesson('a/b', result.lesson, { metadata: files.metadata, zh: files.zh, en: files.en, facts });
    return problems.map(({ file, code }) => `${file} ${code}`);
  }
  it('must have its facts, two pictures and five to twelve minutes', async () => {
    // Its one picture stands there three times.
    expect(await codes()).toEqual(['zh.mdx few-pictures']);
    expect(await codes({}, null)).toContain('facts.yaml no-facts');
    expect(await codes({ metadata: goodLesson().metadata.replace('minutes: 8', 'minutes: 20') })).toContain('lesson.yaml minutes');
  });
  it('must not hold a sentence nobody could say in one breath', async () => {
    const { zh, en } = goodLesson();
    expect(await codes({ zh: zh.replace('Not twice.', '羊'.repeat(40)) })).toContain('zh.mdx long-sentence');
    expect(await codes({ en: en.replace('Not twice.', 'one '.repeat(30)) })).toContain('en.mdx long-sentence');
  });
});
