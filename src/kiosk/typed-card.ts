import { isCard } from './card-digits.ts';

/** Scanners type a character every few milliseconds; nobody does. */
const PAUSE_MS = 80;
/** A scanner on the radio, or a busy kiosk, may stumble for a moment in the middle of a card. */
const STUMBLE_MS = 300;
const CARD_DIGITS = 26;
/** A number and a PIN in one breath are still a person; much more, and faster than hands, is a scan. */
const MOST_BY_HAND = 12;
const FASTER_THAN_HANDS_MS = 60;
/** A scanner ends with Enter (or Tab) at once. */
const END_MS = 300;

export type Typed = { card: string } | { digits: string } | { broken: true };

/**
 * Tells a USB scanner, which types what it reads, from a person at a keyboard. Digits are handed on only after a pause, so that a scan
 * does not end up as somebody's number or PIN. Takes the key's place before its letter: keyboards that need Shift for digits scan as well.
 */
export class TypedCards {
  /** Not handed on yet. */
  private held = '';
  /** The run so far, handed on or not, and when its first and last digit came (ms). */
  private run = { digits: '', from: 0, to: Number.NEGATIVE_INFINITY };
  private timer: number | undefined;
  private cardAt = Number.NEGATIVE_INFINITY;
  private readonly tell: (typed: Typed) => void;

  constructor(tell: (typed: Typed) => void) {
    this.tell = tell;
  }

  press(event: KeyboardEvent): void {
    // The scanner's own Enter must not press the button that happens to have the focus.
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (this.isScan() || event.timeStamp - this.cardAt < END_MS) event.preventDefault();
      return;
    }
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? /^\d$/.exec(event.key)?.[0];
    if (digit === undefined) return;
    window.clearTimeout(this.timer);
    if (event.timeStamp - this.run.to > STUMBLE_MS) this.run = { digits: '', from: event.timeStamp, to: 0 };
    this.run.digits += digit;
    this.run.to = event.timeStamp;
    this.held += digit;
    const last = this.run.digits.slice(-CARD_DIGITS);
    if (isCard(last)) {
      this.forget();
      this.cardAt = event.timeStamp;
      this.tell({ card: last });
    } else this.timer = window.setTimeout(() => this.pause(), PAUSE_MS);
  }

  private pause(): void {
    if (this.isScan()) {
      this.timer = window.setTimeout(() => {
        this.forget();
        this.tell({ broken: true });
      }, STUMBLE_MS - PAUSE_MS);
      return;
    }
    const digits = this.held;
    this.held = '';
    this.tell({ digits });
  }

  private isScan(): boolean {
    const { digits, from, to } = this.run;
    return digits.length > MOST_BY_HAND && (to - from) / (digits.length - 1) < FASTER_THAN_HANDS_MS;
  }

  private forget(): void {
    this.held = '';
    this.run = { digits: '', from: 0, to: Number.NEGATIVE_INFINITY };
  }
}
