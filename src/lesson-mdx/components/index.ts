import { audio } from './audio.ts';
import { budgetCalculator } from './budget-calculator.ts';
import { checklist } from './checklist.ts';
import { choice } from './choice.ts';
import { cleanWoolCalculator } from './clean-wool-calculator.ts';
import type { LessonComponent } from './component.ts';
import { figure } from './figure.ts';
import { item } from './item.ts';
import { matching } from './matching.ts';
import { multipleChoice } from './multiple-choice.ts';
import { numberAnswer } from './number-answer.ts';
import { ordering } from './ordering.ts';
import { pair } from './pair.ts';
import { rationCalculator } from './ration-calculator.ts';
import { rightWrong } from './right-wrong.ts';
import { singleChoice } from './single-choice.ts';
import { step } from './step.ts';
import { steps } from './steps.ts';
import { term } from './term.ts';
import { tip } from './tip.ts';
import { trueFalse } from './true-false.ts';
import { video } from './video.ts';
import { wageCalculator } from './wage-calculator.ts';
import { warning } from './warning.ts';

/** Every component a lesson may use, by the name it is written with. */
export const COMPONENTS: ReadonlyMap<string, LessonComponent> = new Map(
  [
    ...[figure, steps, step, tip, warning, rightWrong, term, checklist, video, audio],
    ...[singleChoice, multipleChoice, choice, trueFalse, numberAnswer, ordering, item, matching, pair],
    ...[rationCalculator, budgetCalculator, cleanWoolCalculator, wageCalculator],
  ].map((component) => [component.name, component]),
);
