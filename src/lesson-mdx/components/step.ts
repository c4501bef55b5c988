import { escapeHtml } from '../escape-html.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';

/** `<Step title="…">text</Step>` */
export const step: LessonComponent = {
  name: 'Step',
  stands: 'part',
  holds: 'blocks',
  props: { title: REQUIRED_TEXT },
  html: (element, { flow }) =>
    `<li class="step"><p class="step-title">${escapeHtml(prop(element, 'title'))}</p>${flow(element.node.children ?? [])}</li>`,
  speech: (element, { speech }) => `${prop(element, 'title')}\n${speech(element.node.children ?? [])}`,
};
