import type { Language } from '../checked-lesson.ts';
import { attribute, escapeHtml } from '../escape-html.ts';
import { type LessonComponent, prop, REQUIRED_TEXT } from './component.ts';

const LABEL: Record<Language, string> = { zh: '字幕', en: 'Captions' };

/**
 * `<Video src="shear.mp4" poster="shear.webp" captions="shear.zh.vtt" title="…" />`; each language names its own captions.
 * The browser's own controls play it without a script; the kiosk's script adds a large button and keeps the place.
 */
export const video: LessonComponent = {
  name: 'Video',
  stands: 'alone',
  holds: 'nothing',
  props: {
    src: { holds: 'video', missing: 'missing-prop' },
    poster: { holds: 'picture', missing: 'poster-missing' },
    captions: { holds: 'captions', missing: 'captions-missing' },
    title: REQUIRED_TEXT,
  },
  html(element, { address, language }) {
    const title = prop(element, 'title');
    const track = `<track kind="captions" default srclang="${language}"${attribute('src', address(prop(element, 'captions')))} label="${LABEL[language]}">`;
    const film = `<video controls playsinline preload="metadata"${attribute('aria-label', title)}${attribute('src', address(prop(element, 'src')))}${attribute('poster', address(prop(element, 'poster')))}>${track}</video>`;
    return `<furrow-player class="player">${film}<p class="player-title">${escapeHtml(title)}</p></furrow-player>`;
  },
  speech: (element) => prop(element, 'title'),
};
