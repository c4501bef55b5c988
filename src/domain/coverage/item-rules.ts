/** One person's first tries at the questions of one version of a lesson: question id → what was chosen, and whether it was right. */
export type FirstTries = ReadonlyMap<string, { chosen: readonly string[]; right: boolean }>;

/** From this many answers on a figure is more than a hint; below it screens say "仅供参考". */
export const ENOUGH_FOR_FIGURES = 30;
const TOO_EASY = 0.9;
const TOO_HARD = 0.3;
const TELLS_APART = 0.2;
/** A wrong answer that fewer than one in twenty choose teaches nobody anything. */
const IDLE_SHARE = 0.05;

export interface ChoiceFigures {
  choice: string;
  isRight: boolean;
  /** People who chose it at their first try. */
  n: number;
  /** Share of the strongest and of the weakest third who chose it, 0–1; null while there are no thirds. */
  strong: number | null;
  weak: number | null;
}

export interface ItemFigures {
  question: string;
  /** People who answered it. */
  n: number;
  /** Of them right at the first try. */
  right: number;
  /**
   * Discrimination D, −1–1: the share right in the strongest third minus that in the weakest, people being ranked by their other answers
   * to the same lesson. Null below three people, or where everybody stands equal.
   */
  discrimination: number | null;
  choices: ChoiceFigures[];
  advice: ItemAdvice[];
}

/** What to do about a question, the most pressing first; each has a sentence on the page. */
export type ItemAdvice =
  | { kind: 'too-few' }
  | { kind: 'check-key' }
  | { kind: 'strong-choose'; choice: string }
  | { kind: 'too-easy' }
  | { kind: 'too-hard' }
  | { kind: 'tells-little' }
  | { kind: 'idle'; choice: string }
  | { kind: 'good' };

/**
 * Classical item analysis (share right, discrimination by upper and lower third, distractor counts; e.g. Haladyna and Rodriguez, Developing and
 * Validating Test Items, 2013). `questions` gives each question's choices and the right ones; a question without choices has an empty list.
 */
export function itemFigures(
  people: readonly FirstTries[],
  questions: readonly { id: string; choices: readonly string[]; right: readonly string[] }[],
): ItemFigures[] {
  return questions.map(({ id, choices, right }) => {
    const answered = people.flatMap((tries) => {
      const own = tries.get(id);
      return own ? [{ ...own, ability: shareOfOthers(tries, id) }] : [];
    });
    const thirds = thirdsOf(answered.flatMap(({ ability }, index) => (ability === null ? [] : [{ ability, index }])));
    const among = (weights: Map<number, number> | null, holds: (one: (typeof answered)[number]) => boolean) =>
      weights === null ? null : shareIn(weights, (index) => answered[index] !== undefined && holds(answered[index]));
    const [strong, weak] = [among(thirds?.top ?? null, (one) => one.right), among(thirds?.bottom ?? null, (one) => one.right)];
    const figures = {
      question: id,
      n: answered.length,
      right: answered.filter((one) => one.right).length,
      discrimination: strong === null || weak === null ? null : strong - weak,
      choices: choices.map((choice) => ({
        choice,
        isRight: right.includes(choice),
        n: answered.filter(({ chosen }) => chosen.includes(choice)).length,
        strong: among(thirds?.top ?? null, ({ chosen }) => chosen.includes(choice)),
        weak: among(thirds?.bottom ?? null, ({ chosen }) => chosen.includes(choice)),
      })),
    };
    return { ...figures, advice: adviceFor(figures) };
  });
}

/** How much of the rest of the lesson this person had right; null where they answered nothing else. */
function shareOfOthers(tries: FirstTries, question: string): number | null {
  const others = [...tries].filter(([id]) => id !== question);
  return others.length === 0 ? null : others.filter(([, { right }]) => right).length / others.length;
}

/**
 * The strongest and the weakest third, as weights: who ties at the border of a third belongs to it in part, so that the figure does not hang on
 * the order of the list. Null where there is nothing to tell apart.
 */
function thirdsOf(ranked: readonly { ability: number; index: number }[]): { top: Map<number, number>; bottom: Map<number, number> } | null {
  const size = ranked.length / 3;
  const levels = [...new Set(ranked.map(({ ability }) => ability))].sort((a, b) => b - a);
  if (size < 1 || levels.length < 2) return null;
  const fill = (order: readonly number[]) => {
    const weights = new Map<number, number>();
    let left = size;
    for (const level of order) {
      const tied = ranked.filter(({ ability }) => ability === level);
      const weight = Math.min(1, left / tied.length);
      for (const { index } of tied) if (weight > 0) weights.set(index, weight);
      left -= weight * tied.length;
    }
    return weights;
  };
  return { top: fill(levels), bottom: fill([...levels].reverse()) };
}

function shareIn(weights: ReadonlyMap<number, number>, holds: (index: number) => boolean): number {
  let all = 0;
  let held = 0;
  for (const [index, weight] of weights) {
    all += weight;
    if (holds(index)) held += weight;
  }
  return held / all;
}

function adviceFor({ n, right, discrimination, choices }: Omit<ItemFigures, 'advice'>): ItemAdvice[] {
  if (n < ENOUGH_FOR_FIGURES) return [{ kind: 'too-few' }];
  const advice: ItemAdvice[] = [];
  const share = right / n;
  const key = choices.find(({ isRight }) => isRight);
  const lure = choices.find(({ isRight, strong }) => !isRight && strong !== null && strong > (key?.strong ?? 1));
  if (discrimination !== null && discrimination < 0) advice.push({ kind: 'check-key' });
  if (lure) advice.push({ kind: 'strong-choose', choice: lure.choice });
  if (share > TOO_EASY) advice.push({ kind: 'too-easy' });
  if (share < TOO_HARD) advice.push({ kind: 'too-hard' });
  // Where nearly all are right, or nearly none, nothing can tell people apart.
  if (discrimination !== null && discrimination >= 0 && discrimination < TELLS_APART && share <= TOO_EASY && share >= TOO_HARD)
    advice.push({ kind: 'tells-little' });
  // What nobody chooses says nothing new about a question that nearly everybody has right.
  if (share <= TOO_EASY)
    for (const idle of choices) if (!idle.isRight && idle.n / n < IDLE_SHARE) advice.push({ kind: 'idle', choice: idle.choice });
  return advice.length > 0 ? advice : [{ kind: 'good' }];
}
