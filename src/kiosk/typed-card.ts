import { isCard } from './card-digits.ts';

/** Scanners type a character every few milliseconds; nobody does. */
const PAUSE_MS = 80;
const CARD_DIGITS = 26;
/** A number and a PIN in one breath are still a person; much more is a scan that broke off. */
const MOST_BY_HAND = 12;
/** A scanner ends with Enter (or Tab) at once. */
const END_MS = 300;

export type Typed = { card: string } | { digits: string } | { broken: true };

/**
 * Tells a USB scanner, which types what it reads, from a person at a keyboard. Digits are handed on only after a pause, so that a scan
 * never ends up as somebody's number or PIN. Takes the key's place before its letter: keyboards that need Shift for digits scan as well.
 */
export class TypedCards {
  private digits = '';
  private timer: number | undefined;
  private cardAt = Number.NEGATIVE_INFINITY;
  private readonly tell: (typed: Typed) => void;

  constructor(tell: (typed: Typed) => void) {
    this.tell = tell;
  }

  press(event: KeyboardEvent): void {
    // The scanner's own Enter must not press the button that happens to have the focus.
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (this.digits.length > MOST_BY_HAND || event.timeStamp - this.cardAt < END_MS) event.preventDefault();
      return;
    }
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? /^\d$/.exec(event.key)?.[0];
    if (digit === undefined) return;
    window.clearTimeout(this.timer);
    this.digits += digit;
    const last = this.digits.slice(-CARD_DIGITS);
    if (isCard(last)) {
      this.digits = '';
      this.cardAt = event.timeStamp;
      this.tell({ card: last });
    } else this.timer = window.setTimeout(() => this.pause(), PAUSE_MS);
  }

  private pause(): void {
    const digits = this.digits;
    this.digits = '';
    this.tell(digits.length > MOST_BY_HAND ? { broken: true } : { digits });
  }
}
