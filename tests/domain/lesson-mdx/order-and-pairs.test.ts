import { describe, expect, it } from 'vitest';
import { checkLesson, type LessonFiles } from '../../../src/lesson-mdx/check-lesson.ts';
import { shuffled } from '../../../src/lesson-mdx/shuffle.ts';
import { goodLesson } from './good-lesson.ts';

async function steps(files: LessonFiles) {
  const result = await checkLesson(files);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message.en).join('\n'));
  const find = (language: 'zh' | 'en', id: string) => {
    const step = result.lesson.steps[language].find((each) => each.kind === 'question' && each.questionId === id);
    if (!step) throw new Error(`no ${id}`);
    return step;
  };
  return { find, questions: result.lesson.questions };
}
async function codes(change: (source: string) => string, languages: ('zh' | 'en')[] = ['zh', 'en']): Promise<string[]> {
  const good = goodLesson();
  const files = goodLesson(Object.fromEntries(languages.map((language) => [language, change(good[language])])));
  const result = await checkLesson(files);
  return result.ok ? [] : result.problems.map(({ file, code }) => `${file} ${code}`);
}
const itemsIn = (html: string) => [...html.matchAll(/data-item="([^"]+)"/g)].map(([, id]) => id);

describe('shuffling', () => {
  it('gives the same order every time, holds everything once and is never the order given', () => {
    for (let n = 2; n <= 5; n += 1) {
      const things = ['a', 'b', 'c', 'd', 'e'].slice(0, n);
      for (let seed = 0; seed < 200; seed += 1) {
        const order = shuffled(things, `q-${seed}`);
        expect(order).toEqual(shuffled(things, `q-${seed}`));
        expect(order.toSorted()).toEqual(things);
        expect(order).not.toEqual(things);
      }
    }
  });
  it('differs from question to question', () => {
    const orders = Array.from({ length: 60 }, (_, seed) => shuffled(['a', 'b', 'c', 'd'], `q-${seed}`).join(''));
    expect(new Set(orders).size).toBeGreaterThan(15);
  });
});

describe('things to put in order and in pairs', () => {
  it('stand on the page, and are spoken, in another order than the right one, the same in both languages', async () => {
    const { find } = await steps(goodLesson());
    const order = itemsIn(find('en', 'q5').html);
    expect(order.toSorted()).toEqual(['dose', 'sort', 'weigh']);
    expect(order).not.toEqual(['weigh', 'sort', 'dose']);
    expect(itemsIn(find('zh', 'q5').html)).toEqual(order);
    expect(itemsIn(find('en', 'q6').html)).toEqual(['ewe', 'lamb']);
    expect(find('en', 'q5').speech).not.toMatch(/Weigh\nSort\nDose/);
    expect(find('en', 'q6').speech).toMatch(/Lamb\nEwe\nMore\nLittle$/);
  });
  it('have a key that changes with the order and not with the words', async () => {
    const before = (await steps(goodLesson())).questions.find(({ id }) => id === 'q5');
    const reworded = (source: string) => source.replace('>Weigh</Item>', '>Weigh it</Item>');
    const turned = (source: string) =>
      source.replace(
        '<Item id="weigh">Weigh</Item>\n  <Item id="sort">Sort</Item>',
        '<Item id="sort">Sort</Item>\n  <Item id="weigh">Weigh</Item>',
      );
    const { zh, en } = goodLesson();
    const keyAfter = async (change: (source: string) => string) =>
      (await steps(goodLesson({ zh: change(zh), en: change(en) }))).questions.find(({ id }) => id === 'q5')?.keyDigest;
    expect(await keyAfter(reworded)).toBe(before?.keyDigest);
    expect(await keyAfter(turned)).not.toBe(before?.keyDigest);
  });
  it('must have the same right order and the same ids in both languages', async () => {
    const turned = (source: string) =>
      source.replace(
        '<Item id="weigh">Weigh</Item>\n  <Item id="sort">Sort</Item>',
        '<Item id="sort">Sort</Item>\n  <Item id="weigh">Weigh</Item>',
      );
    expect(await codes(turned, ['en'])).toEqual(['en.mdx answers-differ']);
    expect(await codes((source) => source.replace('<Pair id="ewe"', '<Pair id="mother"'), ['en'])).toEqual([
      'en.mdx choices-differ',
      'en.mdx answers-differ',
    ]);
  });
  it('need 3 to 5 things or 2 to 5 pairs, ids of their own and a left side', async () => {
    expect(await codes((source) => source.replace('  <Item id="dose">Dose</Item>\n', ''))).toEqual([
      'zh.mdx wrong-number-of-parts',
      'en.mdx wrong-number-of-parts',
    ]);
    expect(await codes((source) => source.replace('<Item id="dose">', '<Item id="sort">'), ['zh'])).toContain('zh.mdx duplicate-choice');
    expect(await codes((source) => source.replace(' left="Ewe"', ''), ['zh'])).toEqual(['zh.mdx missing-prop']);
    expect(await codes((source) => source.replace('<Item id="dose">Dose</Item>', 'Dose'), ['zh'])).toContain('zh.mdx wrong-child');
  });
});
