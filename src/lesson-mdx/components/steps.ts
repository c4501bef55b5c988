import type { LessonComponent } from './component.ts';
import { step } from './step.ts';

/** `<Steps>` holds `<Step title="…">`, done one after the other. */
export const steps: LessonComponent = {
  name: 'Steps',
  stands: 'alone',
  holds: { parts: 'Step' },
  props: {},
  html: (element, rendering) => `<ol class="steps">${element.parts.map((part) => step.html(part, rendering)).join('')}</ol>`,
  speech: (element, rendering) => element.parts.map((part) => step.speech(part, rendering)).join('\n'),
};
