import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { withQuestions } from '../../../src/domain/lessons/drafts/question-rules.ts';
import { checkLesson } from '../../../src/lesson-mdx/check-lesson.ts';
import { lessonQuestions } from '../../../src/lesson-mdx/question-files/lesson-questions.ts';
import { readGift } from '../../../src/lesson-mdx/question-files/read-gift.ts';
import { readQuestionFile } from '../../../src/lesson-mdx/question-files/read-question-file.ts';
import { writeGift } from '../../../src/lesson-mdx/question-files/write-gift.ts';
import { EN, METADATA, ZH } from '../lessons/small-content.ts';

const without = (questions: object[]) => questions.map((question) => ({ ...question, line: 0 }));
const bytes = (text: string) => new TextEncoder().encode(text);
const reasons = (text: string) => readGift(text).unread.map(({ line, reason }) => [line, reason]);

describe('question files', () => {
  const lessons = readdirSync('content/courses', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.mdx') && !path.includes('guide.'),
  );

  it.each(lessons)('the questions of %s go out as GIFT and come back the same', (path) => {
    const { questions } = lessonQuestions(readFileSync(`content/courses/${path}`, 'utf8'));
    expect(questions.length).toBeGreaterThan(0);
    const back = readGift(writeGift(questions));
    expect(back.unread).toEqual([]);
    expect(without(back.questions)).toEqual(without(questions));
  });

  it('marks of GIFT, HTML and MDX inside a text come through file and lesson as the same characters', () => {
    const hard = '1 < 2 & {x} = ~#:\\ "quoted" *not bold* _a_ `b` [c](d) &lt; 5% -> 3. # ';
    const choice = (text: string, isRight: boolean) => ({ text: text.trim(), isRight, feedback: hard.trim() });
    const question = {
      name: 'hard',
      objective: 'feed-enough',
      prompt: hard.trim(),
      kind: 'single-choice' as const,
      choices: [choice(hard, true), choice('1. no', false), choice('- no', false)],
    };
    const gift = readGift(writeGift([question]));
    expect(without(gift.questions)).toEqual(without([question]));
    const { zh } = withQuestions({ metadata: METADATA, zh: '# 一\n\n二', en: '' }, 'zh', [question]);
    expect(without(lessonQuestions(zh).questions)).toEqual(without([question]));
  });

  it('reads what Moodle writes: choices, several right, true or false, a number, a gap, a range', () => {
    const { questions, unread } = readGift(`// a comment
::Q1:: 2+2 \\= ? { =4 #yes ~5 ~%0%6 }

Two towns {~%50%A ~%50%B ~%-100%C}

[html]<p>Sheep eat &amp; drink.</p>{TRUE#no#yes}

Sheep weigh {#40:2} kg.

Between{#1..5}
`);
    expect(unread).toEqual([]);
    expect(questions).toMatchObject([
      {
        line: 2,
        kind: 'single-choice',
        name: 'Q1',
        prompt: '2+2 = ?',
        choices: [{ text: '4', isRight: true, feedback: 'yes' }, { isRight: false }, {}],
      },
      { line: 4, kind: 'multiple-choice', choices: [{ isRight: true }, { isRight: true }, { isRight: false }] },
      { line: 6, kind: 'true-false', answer: true, prompt: 'Sheep eat & drink.', feedbackTrue: 'yes', feedbackFalse: 'no' },
      { line: 8, kind: 'number', answer: '40', tolerance: '2', prompt: 'Sheep weigh ____ kg.' },
      { line: 10, kind: 'number', answer: '3', tolerance: '2' },
    ]);
  });

  it('names what it cannot read with its line, and reads the rest', () => {
    const file =
      'Write about sheep {}\n\nCapital {=Beijing}\n\nPairs {=a -> b =c -> b}\n\nNo answers\n\nOpen {=a ~b\n\nGood {=a ~b}\n\nNumber {#x}\n\n{=a ~b}\n\nAll wrong {~a ~b}';
    expect(reasons(file)).toEqual([
      [1, 'essay'],
      [3, 'short-answer'],
      [5, 'matching'],
      [7, 'no-answers'],
      [9, 'not-closed'],
      [13, 'not-a-number'],
      [15, 'no-prompt'],
      [17, 'no-right-answer'],
    ]);
    expect(readGift(file).questions).toMatchObject([{ prompt: 'Good', line: 11 }]);
  });

  it('reads and writes pairs: Moodle’s own, with what is said of them, and an arrow inside a side', () => {
    const gift = `::Tools:: What is for what? {
  =comb -> down
  = <b>shears</b> -> wool \\= fleece
  =a -&gt; b -> an arrow
####Each has its use.
}`;
    const { questions, unread } = readGift(gift);
    expect(unread).toEqual([]);
    const [question] = questions;
    expect(question).toEqual({
      line: 1,
      name: 'Tools',
      objective: '',
      prompt: 'What is for what?',
      kind: 'matching',
      pairs: [
        { left: 'comb', right: 'down' },
        { left: 'shears', right: 'wool = fleece' },
        { left: 'a -> b', right: 'an arrow' },
      ],
      feedbackRight: 'Each has its use.',
      feedbackWrong: '',
    });
    if (question?.kind !== 'matching') throw new Error('no pairs');
    const whole = { ...question, feedbackWrong: 'Look at {each}: tool ~ #1' };
    const written = writeGift([whole]);
    expect(written).toContain('####Each has its use.');
    expect(without(readGift(written).questions)).toEqual(without([whole]));
    const { zh } = withQuestions({ metadata: METADATA, zh: '# 一\n\n二', en: '' }, 'zh', [whole]);
    expect(lessonQuestions(zh).questions).toMatchObject([{ kind: 'matching', pairs: whole.pairs, feedbackWrong: whole.feedbackWrong }]);
  });

  it('names pairs that no kiosk can show: one alone, too many, a side left empty', () => {
    const six = Array.from('abcdef', (letter) => `=${letter} -> ${letter}`).join(' ');
    expect(reasons(`One {=a -> b}\n\nSix {${six}}\n\nDistractor {=a -> b =c -> d = -> e}`)).toEqual([
      [1, 'matching'],
      [3, 'matching'],
      [5, 'matching'],
    ]);
  });

  it('reads Aiken in GB18030, and names a question whose answer is missing or none of its choices', () => {
    const text =
      '羊先做什么？\r\nA. 称体重\r\nB) 看着喂\r\nANSWER: A\r\n\r\n没有答案\r\nA. 一\r\nB. 二\r\n\r\n不在里面\r\nA. 一\r\nB. 二\r\nANSWER: D\r\n';
    const read = readQuestionFile(iconv.encode(text, 'gb18030'));
    expect(read).toMatchObject({
      ok: true,
      questions: [
        {
          line: 1,
          kind: 'single-choice',
          prompt: '羊先做什么？',
          choices: [
            { text: '称体重', isRight: true },
            { text: '看着喂', isRight: false },
          ],
        },
      ],
      unread: [
        { line: 6, reason: 'no-right-answer' },
        { line: 10, reason: 'answer-not-among-choices' },
      ],
    });
  });

  it('a file that is no text, or too large, is refused', () => {
    expect(readQuestionFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]))).toEqual({ ok: false, reason: 'not-text' });
    expect(readQuestionFile(new Uint8Array(1_000_001))).toEqual({ ok: false, reason: 'too-large' });
    expect(readQuestionFile(bytes(''))).toMatchObject({ ok: true, questions: [], unread: [] });
  });

  it('questions put into both languages of a lesson pass its check, whatever stands in the file', async () => {
    const { questions } = readGift(
      '::new-one:: 先做什么 < 什么？ {=称 ~看}\n\n::pairs:: 配一配 {=梳子 -> 梳绒 =剪子 -> 剪毛}\n\n{TRUE}\n\n::new-one:: 羊吃草 {T}\n\n一天几公斤 {#2:0.5}',
    );
    expect(questions).toHaveLength(4);
    const withBoth = withQuestions(
      withQuestions({ metadata: METADATA.replace('cover: cover.svg\n', ''), zh: ZH, en: EN }, 'zh', questions),
      'en',
      questions,
    );
    const check = await checkLesson({ ...withBoth, media: {} });
    expect(check.ok ? check.lesson.questions.map(({ id, kind }) => [id, kind]) : check.problems).toEqual([
      ['q1', 'single-choice'],
      ['new-one', 'single-choice'],
      ['pairs', 'matching'],
      ['new-one-1', 'true-false'],
      ['q2', 'number'],
    ]);
  });

  it('kinds that GIFT has no word for are named, not dropped unseen', () => {
    const { unread } = lessonQuestions('# 一\n\n二\n\n<Ordering id="o" objective="x" prompt="排"></Ordering>\n');
    expect(unread).toEqual([{ line: 5, text: '<Ordering>', reason: 'not-for-this-file' }]);
  });
});
