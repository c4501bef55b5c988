import './cards.ts';
import { keepDocument } from './navigate.ts';
import { fillWords, part } from './page.ts';
import { announce, type RecordStatus, send } from './records.ts';
import { signOut } from './sign-out.ts';
import { currentSitting } from './sitting.ts';
import { isSpeaking, speak } from './speech.ts';

/** Who learns here, with "not me" and the way out at any time. */
class FurrowWho extends HTMLElement {
  connectedCallback(): void {
    const sitting = currentSitting();
    part(this, '[data-signed-out]').hidden = sitting !== null;
    part(this, '[data-signed-in]').hidden = sitting === null;
    const name = part(this, '[data-name]');
    name.textContent = sitting?.name ?? name.dataset.name ?? '';
    // "Not me" is for one person; a class ends by signing out.
    const notMe = this.querySelector('button');
    if (notMe) notMe.hidden = sitting?.group != null;
    for (const button of this.querySelectorAll('button')) button.addEventListener('click', () => void signOut());
  }
}

/** A quiet line: saved, sent, or how many wait. */
class FurrowStatus extends HTMLElement {
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const { signal } = this.gone;
    document.addEventListener('furrow:records', (event) => this.show((event as CustomEvent<RecordStatus>).detail), { signal });
    void announce();
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  private show({ waiting, refused, isSending, problem }: RecordStatus): void {
    const words = this.dataset;
    let text = currentSitting() ? (words.sent ?? '') : '';
    if (refused > 0) text = fillWords(words.refused ?? '', { n: refused });
    if (waiting > 0) text = isSending ? (words.saved ?? '') : fillWords(words.waiting ?? '', { n: waiting });
    if (problem !== null) text = (JSON.parse(words.cannotSave ?? '{}') as Record<string, string>)[problem] ?? text;
    if (this.textContent !== text) this.textContent = text;
    this.toggleAttribute('data-late', problem !== null || refused > 0 || (waiting > 0 && !isSending));
  }
}

const LONGEST_SPEECH_MS = 180_000;

/** Times the patience one farmer gets: a quarter of an hour. */
const CLASS_PATIENCE = 12;

/** Asks "still learning?" after a while without a touch, then saves the place and signs out. Signed out, it goes back to the welcome page. */
class FurrowIdle extends HTMLElement {
  private touchedAt = Date.now();
  private usedAt = Date.now();
  private askedAt: number | null = null;
  private readonly gone = new AbortController();
  private clock: number | undefined;

  disconnectedCallback(): void {
    this.gone.abort();
    window.clearInterval(this.clock);
  }

  connectedCallback(): void {
    for (const kind of ['pointerdown', 'keydown', 'input', 'wheel']) {
      document.addEventListener(kind, () => this.touch(), { passive: true, signal: this.gone.signal });
    }
    part(this, 'button').addEventListener('click', () => this.goOn());
    part<HTMLDialogElement>(this, 'dialog').addEventListener('cancel', () => this.goOn());
    this.clock = window.setInterval(() => this.look(), 250);
  }

  private touch(): void {
    this.touchedAt = Date.now();
    this.usedAt = this.touchedAt;
  }

  private goOn(): void {
    this.touch();
    this.askedAt = null;
    part<HTMLDialogElement>(this, 'dialog').close();
  }

  private look(): void {
    const now = Date.now();
    // Listening is learning too, but not for ever.
    if (isSpeaking() && now - this.touchedAt < LONGEST_SPEECH_MS && this.askedAt === null) this.usedAt = now;
    // A class talks: it is asked far later than one farmer alone.
    const isClass = currentSitting()?.group != null || /^\/(zh|en)\/class\//.test(window.location.pathname);
    const seconds = Number(this.dataset.seconds) * (isClass ? CLASS_PATIENCE : 1);
    const countdown = Number(this.dataset.countdown);
    if (!currentSitting()) {
      const isWelcome = /^\/(zh|en)\/(bases\/[^/]+\/)?$/.test(window.location.pathname);
      if (!isWelcome && now - this.usedAt > (seconds + countdown) * 1000) void signOut();
      return;
    }
    if (this.askedAt === null) {
      if (now - this.usedAt >= seconds * 1000) this.ask(now);
      return;
    }
    const left = Math.max(0, Math.ceil(countdown - (now - this.askedAt) / 1000));
    part(this, '[data-left]').textContent = fillWords(this.dataset.help ?? '', { n: left });
    if (left === 0) {
      this.askedAt = Number.POSITIVE_INFINITY;
      void signOut();
    }
  }

  private ask(now: number): void {
    this.askedAt = now;
    part<HTMLDialogElement>(this, 'dialog').showModal();
    speak(part(this, 'h2').textContent ?? '');
  }
}

customElements.define('furrow-who', FurrowWho);
customElements.define('furrow-status', FurrowStatus);
customElements.define('furrow-idle', FurrowIdle);

keepDocument();
void send();
window.addEventListener('online', () => void send());
// A page that comes back from the browser's back button may still show the last farmer.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) window.location.reload();
});
