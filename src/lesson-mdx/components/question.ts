import type { QuestionKind } from '../checked-lesson.ts';
import { attribute, escapeHtml } from '../escape-html.ts';
import { type Complain, type LessonElement, type PropRule, prop } from './component.ts';

/** Props of every question. */
export const QUESTION_PROPS: Record<'id' | 'objective' | 'prompt', PropRule> = {
  id: { holds: 'id', missing: 'question-without-id' },
  objective: { holds: 'objective', missing: 'missing-prop' },
  prompt: { holds: 'text', missing: 'prompt-missing' },
};

/** The frame of every question; `right` is what the kiosk compares with at once, the server grades again by itself. */
export function fieldset(element: LessonElement, kind: QuestionKind, right: unknown, inside: string): string {
  const start = `<fieldset class="question"${attribute('data-question', prop(element, 'id'))} data-kind="${kind}"`;
  const legend = `<legend>${escapeHtml(prop(element, 'prompt'))}</legend>`;
  return `${start}${attribute('data-right', JSON.stringify(right))}>${legend}${inside}</fieldset>`;
}

export function rightChoices(element: LessonElement): string[] {
  return choiceIds(element.parts.filter((part) => part.props.right !== undefined));
}

export function choiceIds(parts: LessonElement[]): string[] {
  return parts.map((part) => prop(part, 'id'));
}

/** What single and multiple choice both ask of their choices. */
export function checkChoices(element: LessonElement, complain: Complain): void {
  if (element.parts.length < 2) complain('too-few-choices');
  if (element.parts.length > 8) complain('too-many-choices');
  if (rightChoices(element).length === 0) complain('no-right-answer');
  checkIds(element, complain);
}

/** What ordering and matching both ask of their parts. */
export function checkParts(element: LessonElement, complain: Complain, fewest: number, most: number): void {
  const { length } = element.parts;
  if (length < fewest || length > most) complain('wrong-number-of-parts', undefined, `${fewest}–${most}`);
  checkIds(element, complain);
}

function checkIds(element: LessonElement, complain: Complain): void {
  const ids = choiceIds(element.parts);
  element.parts.forEach((part, index) => {
    const id = prop(part, 'id');
    if (id !== '' && ids.indexOf(id) < index) complain('duplicate-choice', id, '', part, 'id');
  });
}

/** A line that says how to answer, for the kinds that are not known from paper. */
export function how(words: string): string {
  return `<p class="how">${escapeHtml(words)}</p>`;
}
