import { lastUse } from './activity.ts';
import { part } from './page.ts';
import { currentSitting } from './sitting.ts';
import { speak, stopSpeaking } from './speech.ts';

/** Shows how the kiosk is used: by a button, and by itself when nobody has touched the welcome page for a while. Any touch or key ends it. */
class FurrowIntroduction extends HTMLElement {
  private clock: number | undefined;

  connectedCallback(): void {
    const dialog = part<HTMLDialogElement>(this, 'dialog');
    part(this, '[data-open]').addEventListener('click', () => this.open());
    dialog.addEventListener('click', () => dialog.close());
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Tab' || event.key === 'Shift') return;
      // Focus goes back to the button that opened this: the same key must not press it.
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener('close', stopSpeaking);
    this.clock = window.setInterval(() => this.look(Date.now()), 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.clock);
    if (part<HTMLDialogElement>(this, 'dialog').open) stopSpeaking();
  }

  private look(now: number): void {
    const isQuiet = now - lastUse(now) >= Number(this.dataset.after) * 1000;
    // Whoever opened something else is not waiting to be shown this.
    if (isQuiet && !currentSitting() && !document.querySelector('dialog[open], [popover]:popover-open')) this.open();
  }

  private open(): void {
    part<HTMLDialogElement>(this, 'dialog').showModal();
    speak(this.dataset.speech ?? '');
  }
}

customElements.define('furrow-introduction', FurrowIntroduction);
