import type { Language } from '../checked-lesson.ts';
import { attribute } from '../escape-html.ts';
import { feedback } from './choice.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';
import { fieldset, QUESTION_PROPS } from './question.ts';

const LABELS: Record<'true' | 'false', Record<Language, string>> = {
  true: { zh: '对', en: 'True' },
  false: { zh: '不对', en: 'False' },
};

/** A statement to agree or disagree with. */
export const trueFalse: LessonComponent = {
  name: 'TrueFalse',
  stands: 'question',
  holds: 'nothing',
  props: {
    ...QUESTION_PROPS,
    answer: { holds: 'true-or-false', missing: 'no-right-answer' },
    feedbackTrue: REQUIRED_TEXT,
    feedbackFalse: REQUIRED_TEXT,
  },
  question: (element) => ({
    kind: 'true-false',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    right: prop(element, 'answer') === 'true',
  }),
  html(element, { language }) {
    const label = (value: 'true' | 'false') => {
      const input = `<input type="radio"${attribute('name', prop(element, 'id'))} value="${value}">`;
      return `<label class="choice">${input}<span>${LABELS[value][language]}</span></label>`;
    };
    const feedbacks = feedback('true', prop(element, 'feedbackTrue')) + feedback('false', prop(element, 'feedbackFalse'));
    const inside = `<div class="choices">${label('true')}${label('false')}</div>${feedbacks}`;
    return fieldset(element, 'true-false', [prop(element, 'answer')], inside);
  },
  speech: (element, { language }) => `${prop(element, 'prompt')}\n${LABELS.true[language]}\n${LABELS.false[language]}`,
};
