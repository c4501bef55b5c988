import { currentSitting, type Sitting } from './sitting.ts';
import { stopSpeaking } from './speech.ts';

const WORDS = {
  zh: { play: '播放', stop: '停下', again: '从头放', cannot: '现在放不了。请叫老师看一看。' },
  en: { play: 'Play', stop: 'Stop', again: 'From the start', cannot: 'It cannot be played now. Please call the trainer.' },
};
/** Nearer to either end than this, in seconds, it starts from the beginning. */
const MARGIN = 3;

/** Where each video or sound stopped, in seconds by address: in memory only, and gone with the farmer. */
const stoppedAt = new WeakMap<Sitting | typeof NOBODY, Map<string, number>>();
const NOBODY = {};

/** A video or sound of a lesson with buttons for a thumb. It goes on where it stopped; its own controls stay for those who know them. */
class FurrowPlayer extends HTMLElement {
  connectedCallback(): void {
    const media = this.querySelector<HTMLMediaElement>('video, audio');
    if (!media || this.querySelector('.player-buttons')) return;
    const words = WORDS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
    const places = placesOfThisStay();
    const address = media.getAttribute('src') ?? '';
    const play = button('button', words.play);
    const again = button('button quiet', words.again);
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const row = document.createElement('div');
    row.className = 'player-buttons';
    row.append(play, again);
    // The transcript of a sound stays under its buttons.
    (media.nextElementSibling ?? this).matches('.transcript') ? media.after(row, status) : this.append(row, status);
    again.hidden = true;

    play.addEventListener('click', () => (media.paused ? start() : media.pause()));
    again.addEventListener('click', () => {
      media.currentTime = 0;
      start();
    });
    media.addEventListener('loadedmetadata', () => {
      const at = places.get(address) ?? 0;
      if (at > MARGIN && at < media.duration - MARGIN) media.currentTime = at;
    });
    media.addEventListener('play', () => {
      stopSpeaking();
      for (const other of document.querySelectorAll<HTMLMediaElement>('furrow-player :is(video, audio)'))
        if (other !== media) other.pause();
      play.textContent = words.stop;
      status.textContent = '';
    });
    for (const kind of ['pause', 'ended']) {
      media.addEventListener(kind, () => {
        play.textContent = words.play;
      });
    }
    media.addEventListener('timeupdate', () => {
      places.set(address, media.currentTime);
      again.hidden = media.currentTime <= MARGIN;
    });
    media.addEventListener('error', () => {
      status.textContent = words.cannot;
    });

    function start(): void {
      media?.play().catch(() => {
        if (media.error) status.textContent = words.cannot;
      });
    }
  }
}

function placesOfThisStay(): Map<string, number> {
  const whose = currentSitting() ?? NOBODY;
  const places = stoppedAt.get(whose) ?? new Map<string, number>();
  stoppedAt.set(whose, places);
  return places;
}

function button(className: string, label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = label;
  return made;
}

customElements.define('furrow-player', FurrowPlayer);
