import type { LessonFiles } from '../../../src/lesson-mdx/check-lesson.ts';

const METADATA = `minutes: 8
cover: shed.svg
topics: {science: 0.6, ecology: 0.4}
objectives:
  - {id: dose-right, zh: 会算药量, en: Work out the dose}
  - {id: group-even, zh: 会分组, en: Group evenly}
sources:
  - "[31] example 210"
`;

const SHED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#fff"/></svg>';

function page(words: { title: string; right: string; wrong: string }): string {
  return `# ${words.title}

Weigh **first**, then dose.

## Read

Look at the label: <Term word="dose" meaning="how much" />. See [the law](https://example.org/law).

<Figure src="shed.svg" alt="A shed" caption="The shed" />

<Steps>
  <Step title="Weigh">Weigh the heaviest.</Step>
  <Step title="Dose">

    - one
    - two

  </Step>
</Steps>

<Warning>Not twice.</Warning>

<Tip>
  Shake the bottle.
</Tip>

<Checklist>

- gun
- scale

</Checklist>

<RightWrong rightSrc="shed.svg" rightAlt="a" wrongSrc="shed.svg" wrongAlt="b" right="so" wrong="not so" />

## Try

<SingleChoice id="q1" objective="dose-right" prompt="Which?">
  <Choice id="a" feedback="No.">${words.wrong}</Choice>
  <Choice id="b" right feedback="Yes.">${words.right}</Choice>
</SingleChoice>

<MultipleChoice id="q2" objective="group-even" prompt="Which ones?">
  <Choice id="a" right feedback="Yes.">One</Choice>
  <Choice id="b" right feedback="Yes.">Two</Choice>
  <Choice id="c" feedback="No.">
    Three
  </Choice>
</MultipleChoice>

<TrueFalse id="q3" objective="dose-right" prompt="True?" answer="false" feedbackTrue="No." feedbackFalse="Yes." />

<NumberAnswer id="q4" objective="dose-right" prompt="How much?" answer="2.3" tolerance="0.05" unit="kg" feedbackRight="Yes." feedbackWrong="No." />

<Ordering id="q5" objective="group-even" prompt="In which order?" feedbackRight="Yes." feedbackWrong="No.">
  <Item id="weigh">Weigh</Item>
  <Item id="sort">Sort</Item>
  <Item id="dose">Dose</Item>
</Ordering>

<Matching id="q6" objective="group-even" prompt="What belongs together?" feedbackRight="Yes." feedbackWrong="No.">
  <Pair id="lamb" left="Lamb">Little</Pair>
  <Pair id="ewe" left="Ewe">More</Pair>
</Matching>
`;
}

/** A lesson without a fault, in which each part can be swapped. */
export function goodLesson(change: Partial<LessonFiles> = {}): LessonFiles & { metadata: string; zh: string; en: string } {
  const good = {
    metadata: METADATA,
    zh: page({ title: '给羊配药', right: '对的', wrong: '错的' }),
    en: page({ title: 'Dosing sheep', right: 'The right one', wrong: 'The wrong one' }),
    media: { 'shed.svg': new TextEncoder().encode(SHED) },
  };
  return { ...good, ...change } as typeof good;
}
