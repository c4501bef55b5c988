import { choice, choiceFeedback, choiceLabel } from './choice.ts';
import { type LessonComponent, prop } from './component.ts';
import { checkChoices, choiceIds, fieldset, QUESTION_PROPS, rightChoices } from './question.ts';

/** One right answer among several. */
export const singleChoice: LessonComponent = {
  name: 'SingleChoice',
  stands: 'question',
  holds: { parts: 'Choice' },
  props: QUESTION_PROPS,
  check(element, complain) {
    checkChoices(element, complain);
    if (rightChoices(element).length > 1) complain('two-right-answers', '<SingleChoice>');
  },
  question: (element) => ({
    kind: 'single-choice',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    choices: choiceIds(element.parts),
    right: rightChoices(element)[0] ?? '',
  }),
  html(element, rendering) {
    const labels = element.parts.map((part) => choiceLabel(part, rendering, 'radio', prop(element, 'id'))).join('');
    const inside = `<div class="choices">${labels}</div>${element.parts.map(choiceFeedback).join('')}`;
    return fieldset(element, 'single-choice', rightChoices(element), inside);
  },
  speech: (element, rendering) => [prop(element, 'prompt'), ...element.parts.map((part) => choice.speech(part, rendering))].join('\n'),
};
