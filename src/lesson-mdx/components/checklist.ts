import type { LessonComponent } from './component.ts';

/** `<Checklist>` around one Markdown list: what to look over before or after the work. */
export const checklist: LessonComponent = {
  name: 'Checklist',
  stands: 'alone',
  holds: { markdown: 'list' },
  props: {},
  html: (element, { flow }) => `<div class="checklist">${flow(element.node.children ?? [])}</div>`,
  speech: (element, { speech }) => speech(element.node.children ?? []),
};
