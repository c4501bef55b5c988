import { attribute, escapeHtml } from '../escape-html.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';

/** `<Audio src="cough.mp3" title="…" />`: something to hear, apart from the reading aloud of a step. */
export const audio: LessonComponent = {
  name: 'Audio',
  stands: 'alone',
  holds: 'nothing',
  props: { src: { holds: 'sound', missing: 'missing-prop' }, title: REQUIRED_TEXT },
  html(element, { address }) {
    const title = prop(element, 'title');
    const sound = `<audio controls preload="metadata"${attribute('aria-label', title)}${attribute('src', address(prop(element, 'src')))}></audio>`;
    return `<furrow-player class="player"><p class="player-title">${escapeHtml(title)}</p>${sound}</furrow-player>`;
  },
  speech: (element) => prop(element, 'title'),
};
