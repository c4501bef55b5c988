import { attribute, escapeHtml } from '../escape-html.ts';
import { type LessonComponent, type LessonElement, prop, type Rendering } from './component.ts';

/** `<Choice id="a" right feedback="…">text</Choice>`, inside a choice question. The question draws it. */
export const choice: LessonComponent = {
  name: 'Choice',
  stands: 'part',
  holds: 'text',
  props: { id: { holds: 'id', missing: 'missing-prop' }, right: { holds: 'flag' }, feedback: { holds: 'text', missing: 'missing-prop' } },
  html: (element, { inline }) => inline(element.node.children ?? []),
  speech: (element, { speech }) => speech(element.node.children ?? []),
};

/** The label that a farmer taps. */
export function choiceLabel(part: LessonElement, rendering: Rendering, type: 'radio' | 'checkbox', question: string): string {
  const input = `<input type="${type}"${attribute('name', question)}${attribute('value', prop(part, 'id'))}>`;
  return `<label class="choice">${input}<span>${choice.html(part, rendering)}</span></label>`;
}

export function choiceFeedback(part: LessonElement): string {
  return feedback(prop(part, 'id'), prop(part, 'feedback'));
}

/** Hidden until an answer calls for it. */
export function feedback(answer: string, text: string): string {
  return `<p class="feedback"${attribute('data-for', answer)} hidden>${escapeHtml(text)}</p>`;
}
