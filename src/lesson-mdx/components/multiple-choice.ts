import { choice, choiceFeedback, choiceLabel } from './choice.ts';
import { type LessonComponent, prop } from './component.ts';
import { checkChoices, choiceIds, fieldset, QUESTION_PROPS, rightChoices } from './question.ts';

/** One or more right answers among several; all of them and no other must be chosen. */
export const multipleChoice: LessonComponent = {
  name: 'MultipleChoice',
  stands: 'question',
  holds: { parts: 'Choice' },
  props: QUESTION_PROPS,
  check: checkChoices,
  question: (element) => ({
    kind: 'multiple-choice',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    choices: choiceIds(element.parts),
    right: rightChoices(element),
  }),
  html(element, rendering) {
    const labels = element.parts.map((part) => choiceLabel(part, rendering, 'checkbox', prop(element, 'id'))).join('');
    const inside = `<div class="choices">${labels}</div>${element.parts.map(choiceFeedback).join('')}`;
    return fieldset(element, 'multiple-choice', rightChoices(element), inside);
  },
  speech: (element, rendering) => [prop(element, 'prompt'), ...element.parts.map((part) => choice.speech(part, rendering))].join('\n'),
};
