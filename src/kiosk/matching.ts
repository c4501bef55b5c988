import { part } from './page.ts';

/** Pairs to put together: the left side that is lit takes what is tapped on the right; then the next without a partner is lit. */
class FurrowMatching extends HTMLElement {
  /** The right side of each left one, in the order of the left ones. */
  private partners: (HTMLButtonElement | null)[] = [];
  private lit = 0;

  connectedCallback(): void {
    this.partners = this.lefts.map(() => null);
    this.lefts.forEach((button, place) => {
      button.addEventListener('click', () => this.show(place));
    });
    for (const button of this.rights) button.addEventListener('click', () => this.take(button));
    this.show(0);
  }

  get response(): string[] | null {
    const given = this.partners.map((button) => button?.dataset.item ?? '');
    return given.includes('') ? null : given;
  }

  hold(): void {
    for (const button of [...this.lefts, ...this.rights]) button.disabled = true;
    this.show(-1);
  }

  clear(): void {
    for (const button of [...this.lefts, ...this.rights]) button.disabled = false;
    this.partners = this.lefts.map(() => null);
    this.show(0);
  }

  private get lefts(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('button[data-left]')];
  }

  private get rights(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('button[data-item]')];
  }

  private take(button: HTMLButtonElement): void {
    if (this.lit < 0) return;
    this.partners = this.partners.map((other) => (other === button ? null : other));
    this.partners[this.lit] = button;
    const after = this.partners.indexOf(null, this.lit);
    this.show(after >= 0 ? after : this.partners.indexOf(null));
  }

  private show(lit: number): void {
    this.lit = lit;
    this.lefts.forEach((button, place) => {
      const partner = this.partners[place];
      button.ariaCurrent = String(place === lit);
      part(button, '.place').textContent = String(place + 1);
      const words = part(button, '.partner');
      words.hidden = !partner;
      words.textContent = partner ? `→ ${partner.lastElementChild?.textContent ?? ''}` : '';
    });
    for (const button of this.rights) {
      const place = this.partners.indexOf(button) + 1;
      button.ariaPressed = String(place > 0);
      part(button, '.place').textContent = place > 0 ? String(place) : '';
    }
  }
}

customElements.define('furrow-matching', FurrowMatching);
