import type { LessonComponent } from './component.ts';

/** `<Item id="a">text</Item>`, one thing to put in order inside `<Ordering>`. */
export const item: LessonComponent = {
  name: 'Item',
  stands: 'part',
  holds: 'text',
  props: { id: { holds: 'id', missing: 'missing-prop' } },
  html: (element, { inline }) => inline(element.node.children ?? []),
  speech: (element, { speech }) => speech(element.node.children ?? []),
};
