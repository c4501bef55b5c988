import { fillWords, part } from './page.ts';
import { currentSitting } from './sitting.ts';

/** Whose turn it is to answer in a class, by seat, and by given name where that was agreed; "pass" hands it on and nobody writes that down. */
class FurrowTurn extends HTMLElement {
  private question: string | null = null;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const { signal } = this.gone;
    document.addEventListener('furrow:question', (event) => this.show((event as CustomEvent<string | null>).detail), { signal });
    part(this, '[data-pass]').addEventListener('click', () => this.pass());
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  private show(question: string | null): void {
    const group = currentSitting()?.group;
    this.question = question;
    this.hidden = !group || question === null;
    if (!group || question === null) return;
    if (!group.turns.has(question)) {
      group.turns.set(question, group.next);
      group.next = (group.next + 1) % group.seats.length;
    }
    const words = part(this, '[data-whose]');
    const n = group.seats[group.turns.get(question) ?? 0] ?? 1;
    const name = group.names?.get(n);
    words.textContent =
      name === undefined ? fillWords(words.dataset.whose ?? '', { n }) : fillWords(words.dataset.named ?? '', { n, name });
  }

  private pass(): void {
    const group = currentSitting()?.group;
    if (!group || this.question === null) return;
    group.turns.delete(this.question);
    this.show(this.question);
  }
}

customElements.define('furrow-turn', FurrowTurn);
