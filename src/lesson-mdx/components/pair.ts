import { type LessonComponent, REQUIRED_TEXT } from './component.ts';

/** `<Pair id="a" left="the thing">what belongs to it</Pair>` inside `<Matching>`; its own HTML is the right side. */
export const pair: LessonComponent = {
  name: 'Pair',
  stands: 'part',
  holds: 'text',
  props: { id: { holds: 'id', missing: 'missing-prop' }, left: REQUIRED_TEXT },
  html: (element, { inline }) => inline(element.node.children ?? []),
  speech: (element, { speech }) => speech(element.node.children ?? []),
};
