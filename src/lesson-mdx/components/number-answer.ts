import { attribute, escapeHtml } from '../escape-html.ts';
import { feedback } from './choice.ts';
import { type LessonComponent, OPTIONAL_TEXT, prop, REQUIRED_TEXT } from './component.ts';
import { fieldset, QUESTION_PROPS } from './question.ts';

/** A number to work out; `tolerance` (0 when absent) is how far off still counts as right. */
export const numberAnswer: LessonComponent = {
  name: 'NumberAnswer',
  stands: 'question',
  holds: 'nothing',
  props: {
    ...QUESTION_PROPS,
    answer: { holds: 'number', missing: 'no-right-answer' },
    tolerance: { holds: 'number' },
    unit: OPTIONAL_TEXT,
    feedbackRight: REQUIRED_TEXT,
    feedbackWrong: REQUIRED_TEXT,
  },
  check(element, complain) {
    if (Number(element.props.tolerance ?? 0) < 0) complain('not-a-number', '<NumberAnswer>', 'tolerance', element, 'tolerance');
  },
  question: (element) => ({
    kind: 'number',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    right: Number(prop(element, 'answer')),
    tolerance: Number(element.props.tolerance ?? 0),
  }),
  html(element) {
    const right = { value: Number(prop(element, 'answer')), tolerance: Number(element.props.tolerance ?? 0) };
    const unit = `<span class="unit">${escapeHtml(element.props.unit ?? '')}</span>`;
    const input = `<input class="number" inputmode="decimal" autocomplete="off"${attribute('name', prop(element, 'id'))}>`;
    const feedbacks = feedback('right', prop(element, 'feedbackRight')) + feedback('wrong', prop(element, 'feedbackWrong'));
    return fieldset(element, 'number', right, `<label class="number-answer">${input}${unit}</label>${feedbacks}`);
  },
  speech: (element) => prop(element, 'prompt'),
};
