import { part } from './page.ts';

/** Things to put in order by tapping them one after the other; a tap on one that has its number takes it back. */
class FurrowOrdering extends HTMLElement {
  private order: HTMLButtonElement[] = [];

  connectedCallback(): void {
    for (const button of this.buttons) {
      button.addEventListener('click', () => this.tap(button));
      button.ariaPressed = 'false';
    }
  }

  get response(): string[] | null {
    return this.order.length === this.buttons.length ? this.order.map(({ dataset }) => dataset.item ?? '') : null;
  }

  hold(): void {
    for (const button of this.buttons) button.disabled = true;
  }

  clear(): void {
    this.order = [];
    for (const button of this.buttons) button.disabled = false;
    this.showPlaces();
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('button[data-item]')];
  }

  private tap(button: HTMLButtonElement): void {
    this.order = this.order.includes(button) ? this.order.filter((other) => other !== button) : [...this.order, button];
    this.showPlaces();
  }

  private showPlaces(): void {
    for (const button of this.buttons) {
      const place = this.order.indexOf(button) + 1;
      button.ariaPressed = String(place > 0);
      part(button, '.place').textContent = place > 0 ? String(place) : '';
    }
  }
}

customElements.define('furrow-ordering', FurrowOrdering);
