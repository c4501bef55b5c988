import { describe, expect, it } from 'vitest';
import { checkLesson, type LessonFiles } from '../../../src/lesson-mdx/check-lesson.ts';
import { goodLesson } from './good-lesson.ts';

async function passed(files: LessonFiles) {
  const result = await checkLesson(files);
  if (!result.ok) throw new Error(result.problems.map((problem) => `${problem.file}:${problem.line} ${problem.message.en}`).join('\n'));
  return result.lesson;
}

/** `file:line:column code` of each problem. */
async function problemsOf(files: LessonFiles): Promise<string[]> {
  const result = await checkLesson(files);
  if (result.ok) return [];
  for (const { message } of result.problems) expect(message.zh.length * message.en.length).toBeGreaterThan(0);
  return result.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

/** Puts `text` in a paragraph of its own on line 7 of both languages. */
function withLine7(text: string): LessonFiles {
  const { zh, en } = goodLesson();
  const insert = (source: string) => source.replace('Look at the label', `${text}\n\nLook at the label`);
  return goodLesson({ zh: insert(zh), en: insert(en) });
}

function replaced(from: string, to: string, languages: ('zh' | 'en')[] = ['en']): LessonFiles {
  const good = goodLesson();
  const next = { ...good };
  for (const language of languages) {
    if (!good[language].includes(from)) throw new Error(`The good lesson has no ${from}`);
    next[language] = good[language].replace(from, to);
  }
  return next;
}

describe('a good lesson', () => {
  it('is split at each ## and at each question', async () => {
    const { steps, title, summary, minutes } = await passed(goodLesson());
    expect(steps.en.map((step) => (step.kind === 'question' ? step.questionId : step.title))).toEqual([
      'Read',
      'q1',
      'q2',
      'q3',
      'q4',
      'q5',
      'q6',
    ]);
    expect(steps.zh).toHaveLength(7);
    expect(title).toEqual({ zh: '给羊配药', en: 'Dosing sheep' });
    expect(summary.en).toBe('Weigh first, then dose.');
    expect(minutes).toBe(8);
  });

  it('says what each question is graded by, and the chance of luck', async () => {
    const { questions } = await passed(goodLesson());
    expect(questions).toMatchObject([
      { kind: 'single-choice', id: 'q1', choices: ['a', 'b'], right: 'b', luck: 1 / 2, objective: 'dose-right' },
      { kind: 'multiple-choice', id: 'q2', choices: ['a', 'b', 'c'], right: ['a', 'b'], luck: 1 / 7 },
      { kind: 'true-false', id: 'q3', right: false, luck: 1 / 2 },
      { kind: 'number', id: 'q4', right: 2.3, tolerance: 0.05, luck: 0 },
      { kind: 'ordering', id: 'q5', choices: ['dose', 'sort', 'weigh'], right: ['weigh', 'sort', 'dose'], luck: 1 / 6 },
      { kind: 'matching', id: 'q6', right: ['lamb', 'ewe'], luck: 1 / 2 },
    ]);
  });

  it('keeps a key digest when the words change, and changes it with the answer', async () => {
    const [before] = (await passed(goodLesson())).questions;
    const [reworded] = (await passed(replaced('Which?', 'Which one?', ['zh', 'en']))).questions;
    const other = goodLesson();
    const turn = (source: string) =>
      source.replace('id="a" feedback="No."', 'id="a" right feedback="No."').replace('id="b" right', 'id="b"');
    const [turned] = (await passed(goodLesson({ zh: turn(other.zh), en: turn(other.en) }))).questions;
    expect(reworded?.keyDigest).toBe(before?.keyDigest);
    expect(turned?.keyDigest).not.toBe(before?.keyDigest);
  });

  it('renders the question as the kiosk expects it', async () => {
    const { steps } = await passed(goodLesson());
    expect(steps.en[1]?.html).toBe(
      '<fieldset class="question" data-question="q1" data-kind="single-choice" data-right="[&#34;b&#34;]"><legend>Which?</legend>' +
        '<div class="choices"><label class="choice"><input type="radio" name="q1" value="a"><span>The wrong one</span></label>' +
        '<label class="choice"><input type="radio" name="q1" value="b"><span>The right one</span></label></div>' +
        '<p class="feedback" data-for="a" hidden>No.</p><p class="feedback" data-for="b" hidden>Yes.</p></fieldset>',
    );
    expect(steps.en[4]?.html).toContain('data-right="{&#34;value&#34;:2.3,&#34;tolerance&#34;:0.05}"');
  });

  it('shows pictures by digest with their size, and speaks without marks', async () => {
    const { steps, media } = await passed(goodLesson());
    expect(steps.en[0]?.html).toContain(`<img src="/media/${media['shed.svg']}" alt="A shed" width="320" height="200" loading="lazy">`);
    expect(steps.en[0]?.speech).not.toMatch(/[<>*]/);
    expect(steps.en[1]?.speech).toBe('Which?\nThe wrong one\nThe right one');
  });

  it('escapes whatever an author writes', async () => {
    const lesson = await passed(replaced('prompt="Which?"', `prompt='"&gt;&lt;script>alert(1)&lt;/script>'`));
    expect(lesson.steps.en[1]?.html).not.toContain('<script');
    expect(lesson.steps.en[1]?.html).toContain('&#34;&#62;&#60;script&#62;');
  });
});

describe('a lesson with a fault is refused, with the place', () => {
  it.each([
    ['an unknown component', '<Film />', '7:1 unknown-component'],
    ['an unknown prop', '<Figure src="shed.svg" alt="A" width="3" />', '7:32 unknown-prop'],
    ['a prop of Object.prototype', '<Figure src="shed.svg" alt="A" constructor="3" />', '7:32 unknown-prop'],
    ['a missing prop', '<Term word="w" />', '7:1 missing-prop'],
    ['a script URL', '[x](javascript:alert(1))', '7:1 unsafe-url'],
    ['an http URL', 'See [x](http://example.org)', '7:5 unsafe-url'],
    ['a protocol-relative URL', '[x](//example.org)', '7:1 unsafe-url'],
    ['a picture from elsewhere', '<Figure src="https://example.org/a.png" alt="A" />', '7:9 unsafe-url'],
    ['an expression', 'Two and {1 + 1}', '7:9 expression'],
    ['an expression of its own', '{process.exit()}', '7:1 expression'],
    ['an expression as a value', '<Figure src={"shed.svg"} alt="A" />', '7:9 expression'],
    ['a spread', '<Figure src="shed.svg" alt="A" {...x} />', '7:32 spread'],
    ['an import', 'import x from "x"', '7:1 import-or-export'],
    ['an export', 'export const x = 1', '7:1 import-or-export'],
    ['a raw tag', '<script>x</script>', '7:1 raw-tag'],
    ['a member name', '<a.b />', '7:1 raw-tag'],
    ['a fragment', '<>x</>', '7:1 raw-tag'],
    ['a missing picture', '<Figure src="no.svg" alt="A" />', '7:9 picture-missing'],
    ['a picture without alt text', '<Figure src="shed.svg" />', '7:1 alt-missing'],
    ['an empty alt text', '<Figure src="shed.svg" alt=" " />', '7:24 alt-missing'],
    ['a Markdown picture', '![x](shed.svg)', '7:1 unknown-markdown'],
    ['code', '`x`', '7:1 unknown-markdown'],
    ['a second title', '# Again', '7:1 second-title'],
    ['a box inside a sentence', 'Mind <Tip>this</Tip>', '7:6 block-in-text'],
    ['a part without its whole', '<Choice id="a" feedback="x">x</Choice>', '7:1 part-outside'],
    ['an empty step', '## Nothing\n\n## More', '7:1 empty-step'],
  ])('%s', async (_name, text, expected) => {
    const places = await problemsOf(withLine7(text));
    expect(places).toContain(`zh.mdx:${expected}`);
    expect(places).toContain(`en.mdx:${expected}`);
  });

  it.each([
    ['a question without id', 'id="q1" ', '', 'question-without-id'],
    ['a question without prompt', 'prompt="Which?"', '', 'prompt-missing'],
    ['a question without a right answer', 'id="b" right feedback="Yes.">The', 'id="b" feedback="Yes.">The', 'no-right-answer'],
    ['two right answers to one choice', 'id="a" feedback', 'id="a" right feedback', 'two-right-answers'],
    ['true or false without answer', 'answer="false"', '', 'no-right-answer'],
    ['true or false with another word', 'answer="false"', 'answer="no"', 'not-true-or-false'],
    ['a number in words', 'answer="2.3"', 'answer="two"', 'not-a-number'],
    ['a negative tolerance', 'tolerance="0.05"', 'tolerance="-1"', 'not-a-number'],
    ['the same question id twice', 'id="q2"', 'id="q1"', 'duplicate-question'],
    ['the same choice id twice', 'id="c"', 'id="a"', 'duplicate-choice'],
    ['an unknown objective', 'objective="group-even"', 'objective="fly"', 'unknown-objective'],
    ['a choice without feedback', 'id="a" feedback="No."', 'id="a"', 'missing-prop'],
    ['another child than a choice', '<Choice id="c"', 'Words\n\n<Choice id="c"', 'wrong-child'],
    ['no title', '# Dosing sheep', '## Dosing sheep', 'no-title'],
    ['no summary', 'Weigh **first**, then dose.', '', 'no-summary'],
  ])('%s', async (_name, from, to, code) => {
    expect((await problemsOf(replaced(from, to))).map((place) => place.replace(/:\d+:\d+ /, ' '))).toContain(`en.mdx ${code}`);
  });

  it('a question inside another component', async () => {
    const files = replaced(
      '<Tip>\n  Shake',
      '<Tip>\n  <TrueFalse id="q9" objective="dose-right" prompt="x" answer="true" feedbackTrue="x" feedbackFalse="x" />\n\n  Shake',
    );
    expect((await problemsOf(files)).join()).toContain('question-inside');
  });
});

describe('the two languages', () => {
  it.each([
    ['a question that only one has', '<TrueFalse id="q3"', '<TrueFalse id="q9"', 'question-in-one-language'],
    ['other choice ids', '<Choice id="c"', '<Choice id="d"', 'choices-differ'],
    ['another answer', 'answer="false"', 'answer="true"', 'answers-differ'],
    ['another number', 'answer="2.3"', 'answer="2.4"', 'answers-differ'],
    ['another tolerance', 'tolerance="0.05"', 'tolerance="0.5"', 'tolerance-differs'],
    ['another objective', 'objective="dose-right" prompt="True?"', 'objective="group-even" prompt="True?"', 'objectives-differ'],
    ['another number of steps', '## Try', '## Try\n\nWords.', 'step-counts-differ'],
  ])('must not differ: %s', async (_name, from, to, code) => {
    expect((await problemsOf(replaced(from, to))).join('\n')).toMatch(new RegExp(`en\\.mdx:\\d+:\\d+ ${code}`));
  });
});

describe('lesson.yaml', () => {
  const yaml = (from: string, to: string) => goodLesson({ metadata: goodLesson().metadata.replace(from, to) });

  it.each([
    ['not YAML', 'topics: {science', 'topics: {{science', /lesson\.yaml:\d+:\d+ not-yaml/],
    ['no minutes', 'minutes: 8\n', '', /lesson\.yaml:1:1 field-missing/],
    ['minutes in words', 'minutes: 8', 'minutes: eight', /lesson\.yaml:1:10 field-wrong/],
    ['a field we do not know', 'minutes: 8', 'minutes: 8\nprice: 3', /lesson\.yaml:2:8 unknown-field/],
    ['a weight above 1', 'science: 0.6', 'science: 6', /lesson\.yaml:3:19 topics-wrong/],
    ['weights too small to count', '{science: 0.6, ecology: 0.4}', '{science: 0.1}', /lesson\.yaml:3:9 topics-wrong/],
    ['an unknown topic', 'science: 0.6', 'magic: 0.6', /lesson\.yaml:3:\d+ topics-wrong/],
    ['no source', 'sources:\n  - "[31] example 210"\n', 'sources: []\n', /lesson\.yaml:7:10 lesson-without-source/],
    ['no sources at all', 'sources:\n  - "[31] example 210"\n', '', /lesson\.yaml:1:1 lesson-without-source/],
    [
      'an objective without a question',
      'sources:',
      '  - {id: fly, zh: 飞, en: Fly}\nsources:',
      /lesson\.yaml:7:5 objective-without-question/,
    ],
    ['the same objective twice', 'id: group-even', 'id: dose-right', /lesson\.yaml:6:10 duplicate-objective/],
    ['a cover that is not there', 'cover: shed.svg', 'cover: no.svg', /lesson\.yaml:2:8 picture-missing/],
  ])('is refused with the place: %s', async (_name, from, to, expected) => {
    expect((await problemsOf(yaml(from, to))).join('\n')).toMatch(expected);
  });
});

describe('files', () => {
  it('that are not UTF-8 are refused', async () => {
    expect(await problemsOf(goodLesson({ zh: new Uint8Array([0x23, 0x20, 0xb8, 0xf8, 0xd1, 0xf2]) }))).toEqual(['zh.mdx:1:1 not-utf8']);
  });

  it('that are not MDX are refused where reading stops', async () => {
    expect((await problemsOf(withLine7('<Tip>')))[0]).toMatch(/^zh\.mdx:\d+:\d+ not-mdx$/);
    expect((await problemsOf(withLine7('2 <3')))[0]).toBe('zh.mdx:7:4 not-mdx');
  });

  it('over 200 kB are refused', async () => {
    expect(await problemsOf(goodLesson({ en: 'a'.repeat(200_001) }))).toContain('en.mdx:1:1 file-too-large');
  });

  it('nested more than 12 deep are refused', async () => {
    expect((await problemsOf(withLine7(`${'> '.repeat(14)}x`)))[0]).toMatch(/^zh\.mdx:7:\d+ too-deep$/);
  });
});
