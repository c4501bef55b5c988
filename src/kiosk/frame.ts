import { lastUse, touched } from './activity.ts';
import './cards.ts';
import { keepDocument } from './navigate.ts';
import { fillWords, part } from './page.ts';
import { announce, type RecordStatus, send } from './records.ts';
import { signOut } from './sign-out.ts';
import { currentSitting } from './sitting.ts';
import { speak } from './speech.ts';

/** Who learns here, with "not me" and the way out at any time. */
class FurrowWho extends HTMLElement {
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const isOut = currentSitting() === null;
    part(this, '[data-signed-out]').hidden = !isOut;
    this.show();
    document.addEventListener('furrow:sitting', () => this.show(), { signal: this.gone.signal });
    for (const button of this.querySelectorAll('button')) button.onclick = () => void signOut();
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  private show(): void {
    const sitting = currentSitting();
    // The way in opens with the next page, which is on its way.
    if (sitting) part(this, '[data-signed-out]').hidden = true;
    part(this, '[data-signed-in]').hidden = sitting === null;
    const name = part(this, '[data-name]');
    name.textContent = sitting ? (sitting.name ?? name.dataset.name ?? '') : '';
    // "Not me" is for one person; a class ends by signing out.
    const notMe = this.querySelector('button');
    if (notMe) notMe.hidden = sitting?.group != null;
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
    // A network that is away is nobody's fault and loses nothing: that is said quietly.
    this.toggleAttribute('data-late', problem !== null || refused > 0);
  }
}

/** Times the patience one farmer gets: a quarter of an hour. */
const CLASS_PATIENCE = 12;

/** Asks "still learning?" after a while without a touch, then saves the place and signs out. Signed out, it goes back to the welcome page. */
class FurrowIdle extends HTMLElement {
  private askedAt: number | null = null;
  private clock: number | undefined;

  connectedCallback(): void {
    part(this, 'button').onclick = () => this.goOn();
    part<HTMLDialogElement>(this, 'dialog').oncancel = () => this.goOn();
    this.clock = window.setInterval(() => this.look(Date.now()), 250);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.clock);
  }

  private goOn(): void {
    touched();
    this.askedAt = null;
    part<HTMLDialogElement>(this, 'dialog').close();
  }

  private look(now: number): void {
    const quietMs = now - lastUse(now);
    // A class talks: it is asked far later than one farmer alone.
    const isClass = currentSitting()?.group != null || /^\/(zh|en)\/class\//.test(window.location.pathname);
    const seconds = Number(this.dataset.seconds) * (isClass ? CLASS_PATIENCE : 1);
    const countdown = Number(this.dataset.countdown);
    if (!currentSitting()) {
      const isWelcome = /^\/(zh|en)\/(bases\/[^/]+\/)?$/.test(window.location.pathname);
      if (!isWelcome && quietMs > (seconds + countdown) * 1000) void signOut();
      return;
    }
    if (this.askedAt === null) {
      if (quietMs >= seconds * 1000) this.ask(now);
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
