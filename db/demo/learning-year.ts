import type { CheckedLesson, QuestionKey, QuestionResponse } from '../../src/lesson-mdx/checked-lesson.ts';
import type { Dice } from './dice.ts';

export interface DemoLearner {
  id: string;
  pass: (kioskId: string) => string;
  /** Chance of knowing the answer to a question, 0–1. */
  skill: number;
  baseIds: string[];
}
export interface DemoLesson {
  id: string;
  version: number;
  baseId: string;
  checked: CheckedLesson;
}

/** One entry as a kiosk would send it. */
export interface DemoRecord {
  id: string;
  sitting: string;
  seq: number;
  verb: string;
  at: string;
  [detail: string]: unknown;
}

const DAY = 24 * 3600_000;

/** The sittings of one farmer over the year before `now`, as the records their kiosk would send; a sitting is one list. */
export function sittingsOf(learner: DemoLearner, lessons: DemoLesson[], kioskOf: (baseId: string) => string, now: Date, dice: Dice) {
  const mine = lessons.filter((lesson) => learner.baseIds.includes(lesson.baseId));
  const visits = dice.between(1, Math.min(4, mine.length + 1));
  const sittings: { baseId: string; records: DemoRecord[] }[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const lesson = mine[visit % mine.length];
    if (!lesson) break;
    const morning = Math.floor((now.getTime() - dice.between(1, 350) * DAY) / DAY) * DAY;
    const at = morning + dice.between(1 * 60, 9 * 60) * 60_000; // 9:00 to 17:00 in China
    sittings.push({ baseId: lesson.baseId, records: oneSitting(learner, lesson, kioskOf(lesson.baseId), at, dice) });
  }
  return sittings;
}

function oneSitting(learner: DemoLearner, lesson: DemoLesson, kioskId: string, startMs: number, dice: Dice): DemoRecord[] {
  const sitting = dice.uuid(startMs);
  const records: DemoRecord[] = [];
  let clock = startMs;
  const say = (verb: string, detail: Record<string, unknown> = {}) => {
    records.push({ id: dice.uuid(clock), sitting, seq: records.length, verb, at: new Date(clock).toISOString(), ...detail });
    clock += dice.between(15, 90) * 1000;
  };
  const about = { lesson: lesson.id, version: lesson.version };
  say('began', { who: learner.pass(kioskId) });
  say('opened', about);
  const leavesEarly = dice.chance(0.16);
  const steps = lesson.checked.steps.zh;
  const last = leavesEarly ? dice.between(1, Math.max(1, steps.length - 2)) : steps.length - 1;
  for (let step = 0; step <= last; step += 1) {
    const here = steps[step];
    if (here?.kind !== 'question') continue;
    const key = lesson.checked.questions.find((question) => question.id === here.questionId);
    if (!key) continue;
    const knows = dice.chance(learner.skill);
    say('answered', { ...about, question: key.id, response: knows ? rightResponse(key) : wrongResponse(key, dice) });
    if (!knows) say('answered', { ...about, question: key.id, response: rightResponse(key) });
  }
  say('stepped', { ...about, step: last });
  if (!leavesEarly) say('finished', about);
  say('ended');
  return records;
}

function rightResponse(key: QuestionKey): QuestionResponse {
  return key.right;
}

function wrongResponse(key: QuestionKey, dice: Dice): QuestionResponse {
  if (key.kind === 'true-false') return !key.right;
  if (key.kind === 'number') return key.right * 2 + 1;
  if (key.kind === 'single-choice') return dice.pick(key.choices.filter((choice) => choice !== key.right));
  if (key.kind === 'ordering' || key.kind === 'matching') return [...key.right.slice(1), ...key.right.slice(0, 1)];
  const wrong = key.choices.filter((choice) => !key.right.includes(choice));
  return wrong.length > 0 ? [dice.pick(wrong)] : key.right.slice(1);
}
