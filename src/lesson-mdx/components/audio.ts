import type { Language } from '../checked-lesson.ts';
import { attribute, escapeHtml } from '../escape-html.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';

const TRANSCRIPT: Record<Language, string> = { zh: '看录音里说了什么', en: 'Read what is said' };

/**
 * `<Audio src="cough.mp3" title="…" transcript="…" />`: something to hear, apart from the reading aloud of a step. The transcript opens under the
 * player; each line of it is a paragraph.
 */
export const audio: LessonComponent = {
  name: 'Audio',
  stands: 'alone',
  holds: 'nothing',
  props: {
    src: { holds: 'sound', missing: 'missing-prop' },
    title: REQUIRED_TEXT,
    transcript: { holds: 'text', wanted: 'transcript-missing' },
  },
  html(element, { address, language }) {
    const title = prop(element, 'title');
    const sound = `<audio controls preload="metadata"${attribute('aria-label', title)}${attribute('src', address(prop(element, 'src')))}></audio>`;
    const said = prop(element, 'transcript')
      .split(/\s*\n\s*/)
      .filter(Boolean);
    const paragraphs = said.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
    const transcript =
      said.length > 0 ? `<details class="transcript"><summary>${TRANSCRIPT[language]}</summary>${paragraphs}</details>` : '';
    return `<furrow-player class="player"><p class="player-title">${escapeHtml(title)}</p>${sound}${transcript}</furrow-player>`;
  },
  speech: (element) => prop(element, 'title'),
};
