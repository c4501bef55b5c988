import type { Language } from '../checked-lesson.ts';
import { escapeHtml } from '../escape-html.ts';
import { ALT, type LessonComponent, type LessonElement, PICTURE, prop, REQUIRED_TEXT, type Rendering } from './component.ts';

const LABELS: Record<'right' | 'wrong', Record<Language, string>> = {
  right: { zh: '对', en: 'Right' },
  wrong: { zh: '不对', en: 'Wrong' },
};

/** Two pictures side by side: how it is done and how it is not. */
export const rightWrong: LessonComponent = {
  name: 'RightWrong',
  stands: 'alone',
  holds: 'nothing',
  props: { rightSrc: PICTURE, rightAlt: ALT, wrongSrc: PICTURE, wrongAlt: ALT, right: REQUIRED_TEXT, wrong: REQUIRED_TEXT },
  html: (element, rendering) => `<div class="right-wrong">${half(element, rendering, 'right')}${half(element, rendering, 'wrong')}</div>`,
  speech: (element, { language }) =>
    (['right', 'wrong'] as const)
      .map((side) => `${LABELS[side][language]}${language === 'zh' ? '：' : ': '}${prop(element, side)}`)
      .join('\n'),
};

function half(element: LessonElement, { picture, language }: Rendering, side: 'right' | 'wrong'): string {
  const image = picture(prop(element, `${side}Src`), prop(element, `${side}Alt`));
  const label = `<strong>${LABELS[side][language]}</strong>`;
  return `<figure class="${side}">${image}<figcaption>${label} ${escapeHtml(prop(element, side))}</figcaption></figure>`;
}
