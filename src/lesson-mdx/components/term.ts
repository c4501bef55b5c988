import { escapeHtml } from '../escape-html.ts';
import { type LessonComponent, type LessonElement, prop, REQUIRED_TEXT } from './component.ts';

/** `<Term word="…" meaning="…" />` inside a sentence. */
export const term: LessonComponent = {
  name: 'Term',
  stands: 'in-text',
  holds: 'nothing',
  props: { word: REQUIRED_TEXT, meaning: REQUIRED_TEXT },
  html(element, { language }) {
    const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
    const meaning = `<span class="meaning">${open}${escapeHtml(meaningOf(element))}${close}</span>`;
    return `<span class="term"><dfn>${escapeHtml(prop(element, 'word'))}</dfn>${meaning}</span>`;
  },
  speech(element, { language }) {
    const pause = language === 'zh' ? '，' : ', ';
    return `${prop(element, 'word')}${pause}${meaningOf(element)}${pause.trimEnd()}`;
  },
};

// It stands in the middle of a sentence, whether or not its author ended it with a full stop.
function meaningOf(element: LessonElement): string {
  return prop(element, 'meaning').replace(/[。.]$/, '');
}
