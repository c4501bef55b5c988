import { hasRightCheckDigit } from './check-digit.ts';
import type { FurrowClassNames, Seat } from './class-names.ts';
import './class-names.ts';
import { fillWords, part } from './page.ts';
import { showPanel } from './panels.ts';
import { record } from './records.ts';
import { beginSitting, clearSitting, currentSitting } from './sitting.ts';

type Panel = 'taken' | 'keys' | 'names';
const LENGTH = { code: 8, join: 6 };
const FEWEST = 2;
const MOST = 60;

/**
 * A class begins: the trainer's code, then everybody takes a seat by number or by card. Nothing is asked of the server, so it works without a
 * network: code, numbers and cards go into the first record, sealed, and are looked up when it arrives. No name shows, but of who agrees to it.
 */
class FurrowClass extends HTMLElement {
  private stage: keyof typeof LENGTH = 'code';
  private digits = '';
  private code = '';
  private seats: Seat[] = [];
  private nextSeat = 1;
  private isBusy = false;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const { signal } = this.gone;
    for (const key of this.querySelectorAll<HTMLElement>('[data-key]'))
      key.addEventListener('click', () => this.press(key.dataset.key ?? ''));
    document.addEventListener('furrow:typed', (event) => this.typed((event as CustomEvent<string>).detail), { signal });
    document.addEventListener('furrow:card', (event) => this.cardRead(event as CustomEvent<{ card: string }>), { signal });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Backspace') this.press('erase');
      },
      { signal },
    );
    for (const button of this.querySelectorAll('[data-start]')) button.addEventListener('click', () => void this.start());
    part(this, '[data-to-names]').addEventListener('click', () => {
      this.names.ask(this.code, this.seats);
      this.show('names');
      part(this, '[data-panel="names"] h1').focus();
    });
    part(this, '[data-to-seats]').addEventListener('click', () => {
      this.show('keys');
      this.ask('join');
    });
    this.show(currentSitting() ? 'taken' : 'keys');
    this.ask('code');
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  private get names(): FurrowClassNames {
    return part<FurrowClassNames>(this, 'furrow-class-names');
  }

  private show(name: Panel): void {
    showPanel(this, name);
  }

  private ask(stage: keyof typeof LENGTH): void {
    this.stage = stage;
    for (const words of this.querySelectorAll<HTMLElement>('[data-stage]')) words.hidden = words.dataset.stage !== stage;
    this.setDigits('');
    this.showSeats();
    part(this, `[data-stage="${stage}"] h1`).focus();
  }

  private typed(digits: string): void {
    if (digits === '') this.say('scan-again');
    for (const digit of digits) this.press(digit);
  }

  private press(key: string): void {
    if (this.isBusy || part(this, '[data-panel="keys"]').hidden) return;
    this.say('');
    if (key === 'clear') this.setDigits('');
    else if (key === 'erase') this.setDigits(this.digits.slice(0, -1));
    else if (this.digits.length < LENGTH[this.stage]) this.setDigits(this.digits + key);
    if (this.digits.length === LENGTH[this.stage]) this.entered(this.digits);
  }

  private entered(digits: string): void {
    this.setDigits('');
    if (!hasRightCheckDigit(digits)) {
      this.say(this.stage === 'code' ? 'wrong-code' : 'wrong-number');
    } else if (this.stage === 'code') {
      this.code = digits;
      this.ask('join');
    } else this.sit({ number: digits });
  }

  private cardRead(event: CustomEvent<{ card: string }>): void {
    event.preventDefault();
    if (this.stage === 'join' && !this.isBusy && !part(this, '[data-panel="keys"]').hidden) this.sit({ card: event.detail.card });
  }

  private sit(who: { number: string } | { card: string }): void {
    const given = 'card' in who ? who.card : who.number;
    const before = this.seats.find(({ number, card }) => number === given || card === given);
    if (before) this.say('already', before.seat);
    else if (this.seats.length >= MOST) this.say('full');
    else {
      this.seats.push({ seat: this.nextSeat, ...who });
      this.say('seated', this.nextSeat);
      this.nextSeat += 1;
      this.showSeats();
    }
  }

  private showSeats(): void {
    const list = part(this, '[data-seats]');
    list.replaceChildren(
      ...this.seats.map((taken) => {
        const item = document.createElement('li');
        const leave = document.createElement('button');
        leave.type = 'button';
        leave.className = 'button quiet';
        leave.textContent = `${taken.seat} ✕`;
        leave.ariaLabel = fillWords(list.dataset.leave ?? '', { n: taken.seat });
        leave.addEventListener('click', () => {
          this.seats = this.seats.filter((other) => other !== taken);
          this.say('');
          this.showSeats();
        });
        item.append(leave);
        return item;
      }),
    );
    const count = part(this, '[data-count]');
    count.textContent = this.stage === 'join' ? fillWords(count.dataset.count ?? '', { n: this.seats.length }) : '';
    const start = part<HTMLButtonElement>(this, '[data-start]');
    start.hidden = this.stage !== 'join';
    start.disabled = this.seats.length < FEWEST;
    part(this, '[data-to-names]').hidden = this.stage !== 'join' || this.seats.length < FEWEST;
  }

  private setDigits(digits: string): void {
    this.digits = digits;
    const boxes = Array.from({ length: LENGTH[this.stage] }, (_, index) => {
      const box = document.createElement('span');
      const digit = digits[index];
      box.className = digit === undefined ? 'box' : 'box full';
      // The class is watching: the code is not for them.
      box.textContent = digit === undefined ? '' : this.stage === 'code' ? '●' : digit;
      return box;
    });
    part(this, '[data-boxes]').replaceChildren(...boxes);
  }

  private say(what: string, seat = 0): void {
    const words = part(this, '[data-message]');
    const sentences = JSON.parse(words.dataset.message ?? '{}') as Record<string, string>;
    words.textContent = fillWords(sentences[what] ?? '', { n: seat });
  }

  private async start(): Promise<void> {
    if (this.isBusy || this.seats.length < FEWEST) return;
    this.isBusy = true;
    const sitting = beginSitting(fillWords(this.dataset.name ?? '', { n: this.seats.length }));
    sitting.group = { seats: this.seats.map(({ seat }) => seat), names: new Map(this.names.agreed), turns: new Map(), next: 0 };
    if (!(await record({ verb: 'began', group: { code: this.code, seats: this.seats } }))) {
      clearSitting();
      this.isBusy = false;
      return;
    }
    window.location.assign(`/?language=${document.documentElement.lang.slice(0, 2)}`);
  }
}

customElements.define('furrow-class', FurrowClass);
