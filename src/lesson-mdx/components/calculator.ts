import type { Language } from '../checked-lesson.ts';
import { attribute, escapeHtml } from '../escape-html.ts';
import type { LessonComponent, LessonElement, PropRule } from './component.ts';

/**
 * A calculator: an empty place that the kiosk's script fills, so that a frozen lesson always shows the calculator of today. `sum` names it,
 * from the props when it has any; the title is all that stands there without a script.
 */
export function calculator(
  name: string,
  sum: (element: LessonElement) => string,
  title: Record<Language, string>,
  props: Record<string, PropRule> = {},
  check?: LessonComponent['check'],
): LessonComponent {
  return {
    name,
    stands: 'alone',
    holds: 'nothing',
    props,
    ...(check && { check }),
    html: (element, { language }) =>
      `<furrow-calculator class="calculator"${attribute('data-sum', sum(element))}><p>${escapeHtml(title[language])}</p></furrow-calculator>`,
    speech: (_, { language }) => title[language],
  };
}
