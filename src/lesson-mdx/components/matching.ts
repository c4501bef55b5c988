import type { Language } from '../checked-lesson.ts';
import { attribute, escapeHtml } from '../escape-html.ts';
import { shuffled } from '../shuffle.ts';
import { feedback } from './choice.ts';
import { type LessonComponent, type LessonElement, prop, REQUIRED_TEXT, type Rendering } from './component.ts';
import { pair } from './pair.ts';
import { checkParts, choiceIds, fieldset, how, QUESTION_PROPS } from './question.ts';

const HOW: Record<Language, string> = {
  zh: '左边亮着的，右边点一个配给它。要改，先点左边。',
  en: 'Tap on the right what belongs to the lit one on the left. To change it, tap it on the left first.',
};

/** Two to five pairs to put together; the left sides stand as written, the right sides in another order. */
export const matching: LessonComponent = {
  name: 'Matching',
  stands: 'question',
  holds: { parts: 'Pair' },
  props: { ...QUESTION_PROPS, feedbackRight: REQUIRED_TEXT, feedbackWrong: REQUIRED_TEXT },
  check: (element, complain) => checkParts(element, complain, 2, 5),
  question: (element) => ({
    kind: 'matching',
    id: prop(element, 'id'),
    objective: prop(element, 'objective'),
    choices: choiceIds(element.parts).toSorted(),
    right: choiceIds(element.parts),
  }),
  html(element, rendering) {
    const lefts = element.parts.map((part) => {
      const words = `<span><span>${escapeHtml(prop(part, 'left'))}</span><span class="partner" hidden></span></span>`;
      return `<li><button class="choice" type="button" data-left><span class="place"></span>${words}</button></li>`;
    });
    const rights = asShown(element).map((part) => right(part, rendering));
    const columns = `<ol class="lefts">${lefts.join('')}</ol><ul class="rights">${rights.join('')}</ul>`;
    const inside = `<furrow-matching class="matching">${columns}</furrow-matching>`;
    const feedbacks = feedback('right', prop(element, 'feedbackRight')) + feedback('wrong', prop(element, 'feedbackWrong'));
    return fieldset(element, 'matching', choiceIds(element.parts), how(HOW[rendering.language]) + inside + feedbacks);
  },
  speech: (element, rendering) =>
    [
      prop(element, 'prompt'),
      HOW[rendering.language],
      ...element.parts.map((part) => prop(part, 'left')),
      ...asShown(element).map((part) => pair.speech(part, rendering)),
    ].join('\n'),
};

function right(part: LessonElement, rendering: Rendering): string {
  const start = `<li><button class="choice" type="button"${attribute('data-item', prop(part, 'id'))}>`;
  return `${start}<span class="place"></span><span>${pair.html(part, rendering)}</span></button></li>`;
}

function asShown(element: LessonElement): LessonElement[] {
  return shuffled(element.parts, prop(element, 'id'));
}
