import type { Language } from '../checked-lesson.ts';
import { escapeHtml } from '../escape-html.ts';
import type { LessonComponent } from './component.ts';

/** A box with a name above its text; what `<Tip>` and `<Warning>` have in common. */
export function aside(name: string, className: 'tip' | 'warning', label: Record<Language, string>): LessonComponent {
  return {
    name,
    stands: 'alone',
    holds: 'blocks',
    props: {},
    html: (element, { flow, language }) =>
      `<aside class="${className}"><p class="aside-name">${escapeHtml(label[language])}</p>${flow(element.node.children ?? [])}</aside>`,
    speech: (element, { speech, language }) => `${label[language]}\n${speech(element.node.children ?? [])}`,
  };
}
