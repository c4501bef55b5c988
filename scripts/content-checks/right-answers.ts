import { readElement } from '../../src/lesson-mdx/elements.ts';
import { type LessonNode, parseMdx } from '../../src/lesson-mdx/parse-mdx.ts';
import { unravel } from '../../src/lesson-mdx/unravel.ts';

/** A single choice as its author wrote it: the length of each choice, and which one is right. */
export interface WrittenChoice {
  lengths: number[];
  right: number;
}

export interface RightAnswers {
  choices: WrittenChoice[];
  /** The right answer of every TrueFalse. */
  truths: boolean[];
  /** Of every question with several right answers, which of its choices are. */
  several: boolean[][];
}

/** What a reader could guess by without knowing anything, read from one page. */
export function rightAnswersOf(source: string): RightAnswers {
  const found: RightAnswers = { choices: [], truths: [], several: [] };
  const parsed = parseMdx('', source);
  if (parsed.ok) unravel(parsed.root);
  for (const node of parsed.ok ? (parsed.root.children ?? []) : []) {
    if (node.name === 'TrueFalse') found.truths.push(readElement(node).props.answer === 'true');
    if (node.name === 'MultipleChoice') found.several.push(readElement(node).parts.map(({ props }) => Boolean(props.right)));
    if (node.name !== 'SingleChoice') continue;
    const { parts } = readElement(node);
    found.choices.push({ lengths: parts.map((part) => textOf(part.node).length), right: parts.findIndex(({ props }) => props.right) });
  }
  return found;
}

function textOf(node: LessonNode): string {
  return (node.value ?? (node.children ?? []).map(textOf).join('')).trim();
}

/** How often something was so, how often chance would have it, and the most that chance explains. */
export interface Measure {
  name: string;
  count: number;
  of: number;
  expected: number;
  isWithin: boolean;
}

/**
 * The measures of a courseware: whether the right answer is the longest choice or the shortest (alone), at which place it
 * stands, at which place the wrong ones stand among several right ones, and whether a statement is true.
 * Each must lie within 2.5 standard errors of chance: what guessing by length or place would win, one time in a hundred by accident.
 */
export function measureRightAnswers({ choices, truths, several }: RightAnswers): Measure[] {
  const measures: Measure[] = [];
  const longest = choices.filter(({ lengths, right }) =>
    lengths.every((length, at) => at === right || length < (lengths[right] ?? 0)),
  ).length;
  const shortest = choices.filter(({ lengths, right }) =>
    lengths.every((length, at) => at === right || length > (lengths[right] ?? 0)),
  ).length;
  // Only being longest, or shortest, too often helps a guesser.
  for (const [name, count] of [
    ['right answer longest', longest],
    ['right answer shortest', shortest],
  ] as const) {
    measures.push(
      measure(
        name,
        count,
        choices.map(({ lengths }) => 1 / lengths.length),
        'most',
      ),
    );
  }
  const most = Math.max(0, ...choices.map(({ lengths }) => lengths.length));
  for (let place = 0; place < most; place += 1) {
    const having = choices.filter(({ lengths }) => lengths.length > place);
    const count = having.filter(({ right }) => right === place).length;
    measures.push(
      measure(
        `right answer at place ${place + 1}`,
        count,
        having.map(({ lengths }) => 1 / lengths.length),
        'both',
      ),
    );
  }
  for (let place = 0; place < Math.max(0, ...several.map(({ length }) => length)); place += 1) {
    const having = several.filter(({ length }) => length > place);
    measures.push(
      measure(
        `wrong among several at place ${place + 1}`,
        having.filter((each) => !each[place]).length,
        having.map((each) => each.filter((isRight) => !isRight).length / each.length),
        'both',
      ),
    );
  }
  measures.push(
    measure(
      'statement true',
      truths.filter(Boolean).length,
      truths.map(() => 1 / 2),
      'both',
    ),
  );
  return measures;
}

function measure(name: string, count: number, chances: readonly number[], bound: 'most' | 'both'): Measure {
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  const spread = 2.5 * Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
  const isWithin = count <= expected + spread && (bound === 'most' || count >= expected - spread);
  return { name, count, of: chances.length, expected, isWithin };
}
