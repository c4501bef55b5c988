import { fillWords, part } from './page.ts';

/** A seat of a class, taken by number or by card. */
export interface Seat {
  seat: number;
  number?: string;
  card?: string;
}

/**
 * Who agrees is called by the given name: everybody touches their own seat, or leaves it and is called by the seat. Names come one by one from the
 * server, are in memory only, and end with the class. Without a network there are seats.
 */
export class FurrowClassNames extends HTMLElement {
  /** Given names by seat, of those who agreed. */
  readonly agreed = new Map<number, string>();

  /** Shows a button for each seat; whoever agreed before still does. */
  ask(code: string, seats: readonly Seat[]): void {
    for (const seat of this.agreed.keys()) if (!seats.some((taken) => taken.seat === seat)) this.agreed.delete(seat);
    this.say('');
    part(this, '[data-agree]').replaceChildren(
      ...seats.map((taken) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'village';
        button.addEventListener('click', () => void this.choose(button, code, taken));
        this.show(button, taken.seat);
        item.append(button);
        return item;
      }),
    );
  }

  private async choose(button: HTMLButtonElement, code: string, { seat, number, card }: Seat): Promise<void> {
    this.say('');
    if (this.agreed.delete(seat)) {
      this.show(button, seat);
      return;
    }
    button.disabled = true;
    const who = number === undefined ? { card } : { number };
    const answer = await fetch('/api/turn-name/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, ...who }),
    })
      .then(async (response) => (await response.json()) as { ok: true; name: string } | { ok: false; reason: string; seconds?: number })
      .catch(() => ({ ok: false as const, reason: 'offline', seconds: 0 }));
    button.disabled = false;
    if (answer.ok) this.agreed.set(seat, answer.name);
    else this.say(answer.reason, answer.seconds);
    this.show(button, seat);
    button.focus();
  }

  private show(button: HTMLButtonElement, seat: number): void {
    const name = this.agreed.get(seat);
    const { seat: bySeat = '', named = '' } = part(this, '[data-agree]').dataset;
    button.textContent = name === undefined ? fillWords(bySeat, { n: seat }) : fillWords(named, { n: seat, name });
    button.ariaPressed = String(name !== undefined);
  }

  private say(what: string, seconds = 0): void {
    const words = part(this, '[data-names-message]');
    const sentences = JSON.parse(words.dataset.namesMessage ?? '{}') as Record<string, string>;
    words.textContent = what === '' ? '' : fillWords(sentences[what] ?? sentences.offline ?? '', { n: seconds });
  }
}

customElements.define('furrow-class-names', FurrowClassNames);
