import { goOn } from './after-sign-in.ts';
import { fillWords, part } from './page.ts';
import { openPanel } from './panels.ts';
import { record } from './records.ts';
import { beginSitting, clearSitting, currentSitting } from './sitting.ts';

type Panel = 'taken' | 'villages' | 'year' | 'name' | 'confirm' | 'guardian';

const YEAR_DIGITS = 4;
const OLDEST = 1900;
// The same rule as the server's (newcomer-rules.ts): the year alone is known, so the year they turn 14 counts as under 14.
const NEEDS_GUARDIAN = 14;

/**
 * Somebody who is not on the list: village, birth year, a surname to touch (a kiosk may have nothing to write Chinese with), then learning at
 * once. Nothing is asked of the server: it goes into the first record, sealed. Under 14 nothing is kept and nothing begins.
 */
class FurrowNewHere extends HTMLElement {
  private given = { villageId: '', village: '', birthYear: 0, name: '' };
  private digits = '';
  private isBusy = false;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    for (const tile of this.querySelectorAll<HTMLElement>('[data-village]'))
      tile.addEventListener('click', () => {
        this.given.villageId = tile.dataset.village ?? '';
        this.given.village = tile.textContent?.trim() ?? '';
        this.setDigits('');
        this.show('year');
      });
    for (const key of this.querySelectorAll<HTMLElement>('[data-key]'))
      key.addEventListener('click', () => this.press(key.dataset.key ?? ''));
    for (const tile of this.querySelectorAll<HTMLElement>('[data-surname]'))
      tile.addEventListener('click', () => this.named(tile.dataset.surname ?? ''));
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      const name = part<HTMLInputElement>(this, '[data-name]').value.trim();
      if (name !== '') this.named(name);
    });
    for (const button of this.querySelectorAll<HTMLElement>('[data-back-to]'))
      button.addEventListener('click', () => this.show(button.dataset.backTo as Panel));
    part(this, '[data-start]').addEventListener('click', () => void this.begin());
    const { signal } = this.gone;
    document.addEventListener('furrow:typed', (event) => this.typed((event as CustomEvent<string>).detail), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Backspace' && this.isAsking('year') && this.press('erase'), { signal });
    if (currentSitting()) this.show('taken');
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  private show(name: Panel): void {
    openPanel(this, name);
  }

  private isAsking(name: Panel): boolean {
    return !part(this, `[data-panel="${name}"]`).hidden;
  }

  private typed(digits: string): void {
    if (this.isAsking('year')) for (const digit of digits) this.press(digit);
  }

  private press(key: string): void {
    part(this, '[data-message]').textContent = '';
    if (key === 'clear') this.setDigits('');
    else if (key === 'erase') this.setDigits(this.digits.slice(0, -1));
    else if (this.digits.length < YEAR_DIGITS) this.setDigits(this.digits + key);
    if (this.digits.length === YEAR_DIGITS) this.born(Number(this.digits));
  }

  private setDigits(digits: string): void {
    this.digits = digits;
    const boxes = Array.from({ length: YEAR_DIGITS }, (_, index) => {
      const box = document.createElement('span');
      box.className = digits[index] === undefined ? 'box' : 'box full';
      box.textContent = digits[index] ?? '';
      return box;
    });
    part(this, '[data-boxes]').replaceChildren(...boxes);
    const count = part(this, '[data-count]');
    count.textContent = digits === '' ? '' : fillWords(count.dataset.count ?? '', { n: digits.length, of: YEAR_DIGITS });
  }

  private born(year: number): void {
    const thisYear = new Date().getFullYear();
    this.setDigits('');
    if (year < OLDEST || year > thisYear) {
      const message = part(this, '[data-message]');
      message.textContent = message.dataset.message ?? '';
      return;
    }
    if (thisYear - year <= NEEDS_GUARDIAN) {
      this.given = { villageId: '', village: '', birthYear: 0, name: '' };
      this.show('guardian');
      return;
    }
    this.given.birthYear = year;
    this.show('name');
  }

  private named(name: string): void {
    this.given.name = name;
    const { village, birthYear: year } = this.given;
    const summary = part(this, '[data-summary]');
    const { summary: words = '', nameless = '' } = summary.dataset;
    summary.textContent = fillWords(words, { village, year, name: name || nameless });
    this.show('confirm');
  }

  private async begin(): Promise<void> {
    if (this.isBusy || currentSitting()) return;
    this.isBusy = true;
    const { name, villageId, birthYear } = this.given;
    beginSitting(null);
    if (await record({ verb: 'began', newHere: { name, villageId, birthYear } })) return goOn(true);
    clearSitting();
    this.isBusy = false;
  }
}

customElements.define('furrow-new-here', FurrowNewHere);
