import type { Language } from '../checked-lesson.ts';
import { attribute } from '../escape-html.ts';
import { shuffled } from '../shuffle.ts';
import { feedback } from './choice.ts';
import { type LessonComponent, type LessonElement, prop, REQUIRED_TEXT } from './component.ts';
import { item } from './item.ts';
import { checkParts, choiceIds, fieldset, how, QUESTION_PROPS } from './question.ts';

const HOW: Record<Language, string> = {
  zh: '先做哪样，先点哪样。点错了，再点一下。',
  en: 'Tap what comes first, then the next. Tapped wrong? Tap it again.',
};

/** Three to five things to put in order, written in the right order; the page shows them in another. */
export const ordering: LessonComponent = {
  name: 'Ordering',
  stands: 'question',
  holds: { parts: 'Item' },
  props: { ...QUESTION_PROPS, feedbackRight: REQUIRED_TEXT, feedbackWrong: REQUIRED_TEXT },
  check: (element, complain) => checkParts(element, complain, 3, 5),
  question: (element) => ({
    kind: 'ordering',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    choices: choiceIds(element.parts).toSorted(),
    right: choiceIds(element.parts),
  }),
  html(element, rendering) {
    const buttons = asShown(element).map((part) => {
      const start = `<li><button class="choice" type="button"${attribute('data-item', prop(part, 'id'))}>`;
      return `${start}<span class="place"></span><span>${item.html(part, rendering)}</span></button></li>`;
    });
    const inside = `<furrow-ordering class="ordering"><ul class="choices">${buttons.join('')}</ul></furrow-ordering>`;
    const feedbacks = feedback('right', prop(element, 'feedbackRight')) + feedback('wrong', prop(element, 'feedbackWrong'));
    return fieldset(element, 'ordering', choiceIds(element.parts), how(HOW[rendering.language]) + inside + feedbacks);
  },
  speech: (element, rendering) =>
    [prop(element, 'prompt'), HOW[rendering.language], ...asShown(element).map((part) => item.speech(part, rendering))].join('\n'),
};

function asShown(element: LessonElement): LessonElement[] {
  return shuffled(element.parts, prop(element, 'id'));
}
