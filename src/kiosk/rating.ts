import { part } from './page.ts';
import { record } from './records.ts';
import { currentSitting } from './sitting.ts';

/** Three faces at the end of a lesson. Another touch corrects the first: the last one counts. Nobody is asked for a class or for just looking. */
class FurrowRating extends HTMLElement {
  connectedCallback(): void {
    const sitting = currentSitting();
    this.hidden = sitting === null || sitting.group !== null;
    for (const face of this.querySelectorAll<HTMLElement>('[data-rating]')) face.addEventListener('click', () => void this.rate(face));
  }

  private async rate(face: HTMLElement): Promise<void> {
    const { lesson = '', version } = this.closest<HTMLElement>('furrow-lesson')?.dataset ?? {};
    const rating = face.dataset.rating as 'good' | 'fair' | 'poor';
    for (const other of this.querySelectorAll('[data-rating]')) other.setAttribute('aria-pressed', String(other === face));
    const isSaved = await record({ verb: 'rated', lesson, version: Number(version), rating });
    part(this, '[data-thanked]').textContent = isSaved ? (this.dataset.thanks ?? '') : '';
  }
}

customElements.define('furrow-rating', FurrowRating);
