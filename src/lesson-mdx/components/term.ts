import { escapeHtml } from '../escape-html.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';

/** `<Term word="…" meaning="…" />` inside a sentence. */
export const term: LessonComponent = {
  name: 'Term',
  stands: 'in-text',
  holds: 'nothing',
  props: { word: REQUIRED_TEXT, meaning: REQUIRED_TEXT },
  html(element, { language }) {
    const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
    const meaning = `<span class="meaning">${open}${escapeHtml(prop(element, 'meaning'))}${close}</span>`;
    return `<span class="term"><dfn>${escapeHtml(prop(element, 'word'))}</dfn>${meaning}</span>`;
  },
  speech: (element, { language }) =>
    language === 'zh'
      ? `${prop(element, 'word')}，${prop(element, 'meaning')}，`
      : `${prop(element, 'word')}, ${prop(element, 'meaning')},`,
};
