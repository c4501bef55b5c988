import { voiceSpeaks } from '../i18n/languages.ts';
import type { BaseState } from './base-state.ts';
import { look } from './install.ts';
import { askMe } from './me.ts';
import { fillWords, part } from './page.ts';
import { kioskHealth, report } from './report.ts';
import { speak, whenVoicesChange } from './speech.ts';

type Mark = 'good' | 'bad' | 'open';

/** The kiosk's own page: what it holds, whether it keeps it, whether it can speak; set-up ends when every line is good. */
class FurrowKiosk extends HTMLElement {
  private words: Record<string, string> = {};
  private onRecords = () => void this.show();

  connectedCallback(): void {
    this.words = JSON.parse(this.dataset.words ?? '{}') as Record<string, string>;
    part(this, '[data-play]').addEventListener('click', () => this.play());
    part(this, '[data-look]').addEventListener('click', () => this.look());
    part(this, '[data-persist]').addEventListener('click', () => void this.persist());
    document.addEventListener('furrow:records', this.onRecords);
    document.addEventListener('furrow:base', this.onBase);
    whenVoicesChange(() => void this.show());
    void this.open();
  }

  disconnectedCallback(): void {
    document.removeEventListener('furrow:records', this.onRecords);
    document.removeEventListener('furrow:base', this.onBase);
  }

  private async open(): Promise<void> {
    const me = await askMe();
    const name = me?.kiosk ? fillWords(this.say('named'), { name: me.kiosk.name }) : me ? this.say('notPaired') : '';
    part(this, '[data-name]').textContent = name;
    this.row('network', me ? this.say('reached') : this.say('notReached'), me ? 'good' : 'bad');
    // Chromium decides by itself; asked once, it mostly grants an installed app.
    await navigator.storage?.persist?.().catch(() => false);
    await this.show();
    if (!globalThis.isSecureContext || !('serviceWorker' in navigator)) return this.courses(this.say('notSecure'), 'bad');
    if ((await kioskHealth()).base === null) this.courses(this.say('looking'), 'open');
    // The very first visit has no service worker yet; when it takes over it looks by itself.
    await navigator.serviceWorker.ready;
    look();
  }

  private look(): void {
    this.courses(this.say('looking'), 'open');
    look();
  }

  private onBase = (event: Event) => {
    const state = (event as CustomEvent<BaseState>).detail;
    const bar = part<HTMLProgressElement>(this, '[data-progress]');
    const size = {
      items: state.items,
      size: megabytes(state.bytes),
      done: state.doneItems,
      of: state.missingItems,
      missing: megabytes(state.missingBytes),
    };
    bar.hidden = state.kind !== 'fetching';
    bar.max = Math.max(1, state.missingBytes);
    bar.value = state.doneBytes;
    const sentence = { fetching: 'fetching', whole: 'whole', network: 'cutOff', 'no-room': 'noRoom', 'not-paired': 'notPaired' }[
      state.kind
    ];
    this.courses(fillWords(this.say(sentence), size), state.kind === 'whole' ? 'good' : state.kind === 'fetching' ? 'open' : 'bad');
    if (state.kind !== 'fetching') void this.show().then(() => this.tell());
  };

  private async show(): Promise<void> {
    const { records, isPersisted, voices } = await kioskHealth();
    const estimate = await navigator.storage?.estimate?.().catch(() => null);
    this.row('secure', this.say(globalThis.isSecureContext ? 'secure' : 'notSecure'), globalThis.isSecureContext ? 'good' : 'bad');
    this.row('persisted', this.say(isPersisted ? 'persisted' : 'notPersisted'), isPersisted ? 'good' : 'bad');
    part(this, '[data-persist]').hidden = isPersisted === true || !navigator.storage?.persist;
    if (estimate?.quota) {
      const free = estimate.quota - (estimate.usage ?? 0);
      const text = fillWords(this.say('room'), { used: megabytes(estimate.usage ?? 0), free: megabytes(free) });
      this.row('room', text, free > 50_000_000 ? 'good' : 'bad');
    } else this.row('room', this.say('unknown'), 'open');
    for (const language of ['zh', 'en'] as const) {
      const isFound = (voices ?? []).some((tag) => voiceSpeaks(tag, language));
      this.row(`voice-${language}`, this.say(isFound ? 'voice' : 'noVoice'), isFound ? 'good' : language === 'zh' ? 'bad' : 'open');
    }
    if (records) {
      const isQuiet = records.waiting === 0 && records.refused === 0;
      this.row('unsent', fillWords(this.say('unsent'), { n: records.waiting, refused: records.refused }), isQuiet ? 'good' : 'bad');
    }
  }

  private play(): void {
    const button = part(this, '[data-play]');
    const heard = part(this, '[data-heard]');
    whenVoicesChange((canSpeak) => {
      heard.dataset.result = canSpeak ? 'right' : 'wrong';
      heard.textContent = this.say(canSpeak ? 'listen' : 'noVoiceHere');
    });
    speak(button.dataset.sentence ?? '');
    void this.tell();
  }

  private async persist(): Promise<void> {
    const isGranted = await navigator.storage.persist().catch(() => false);
    if (!isGranted) part(this, '[data-told]').textContent = this.say('persistRefused');
    await this.show();
    await this.tell();
  }

  /** The township sees what stands here; that it was told is said quietly. */
  private async tell(): Promise<void> {
    const told = part(this, '[data-told]');
    if (await report()) told.textContent = this.say('told');
  }

  private courses(text: string, mark: Mark): void {
    const line = part(this, '[data-courses]');
    line.textContent = `${SIGNS[mark]}${text}`;
    line.dataset.result = mark === 'bad' ? 'wrong' : 'right';
  }

  private row(name: string, text: string, mark: Mark): void {
    const value = this.querySelector<HTMLElement>(`[data-row="${name}"] dd`);
    if (!value) return;
    value.textContent = `${SIGNS[mark]}${text}`;
    value.dataset.mark = mark;
  }

  private say(word: string): string {
    return this.words[word] ?? '';
  }
}

const SIGNS: Record<Mark, string> = { good: '✓ ', bad: '✗ ', open: '' };

/** `0.4 MB`, `1.2 GB`: the same in both languages. */
function megabytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

customElements.define('furrow-kiosk', FurrowKiosk);
