/**
 * How this screen is seen: words in three sizes, white on black, nothing that moves. The choice stands on the document's root and nowhere
 * else, so it goes with the farmer from page to page and ends with the sign-out; what the device itself prefers comes back then.
 */
class FurrowLook extends HTMLElement {
  connectedCallback(): void {
    followDevice();
    this.showChoice();
    this.addEventListener('change', (event) => this.choose(event.target as HTMLInputElement));
    document.addEventListener('furrow:look', () => this.showChoice());
  }

  private choose({ name, value, checked }: HTMLInputElement): void {
    const root = document.documentElement;
    if (name === 'look-text') root.dataset.text = value;
    if (name === 'look-contrast') root.dataset.contrast = checked ? 'more' : 'normal';
    if (name === 'look-still') root.dataset.motion = checked ? 'still' : 'moving';
    document.dispatchEvent(new CustomEvent('furrow:look'));
  }

  private showChoice(): void {
    const { text = '1', contrast, motion } = document.documentElement.dataset;
    for (const input of this.querySelectorAll('input')) {
      if (input.name === 'look-text') input.checked = input.value === text;
      if (input.name === 'look-contrast') input.checked = contrast === 'more';
      if (input.name === 'look-still') input.checked = motion === 'still';
    }
  }
}

/** Nothing moves on this page: chosen here or on the device. */
export function isStill(): boolean {
  return document.documentElement.dataset.motion === 'still';
}

/** Stops or moves what is drawn on this page. */
export function setStill(still: boolean): void {
  document.documentElement.dataset.motion = still ? 'still' : 'moving';
  document.dispatchEvent(new CustomEvent('furrow:look'));
}

/** The next farmer begins with what the device prefers. */
export function forgetLook(): void {
  for (const name of ['text', 'contrast', 'motion']) delete document.documentElement.dataset[name];
  followDevice();
  document.dispatchEvent(new CustomEvent('furrow:look'));
}

function followDevice(): void {
  const { dataset } = document.documentElement;
  dataset.contrast ??= matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal';
  dataset.motion ??= matchMedia('(prefers-reduced-motion: reduce)').matches ? 'still' : 'moving';
}

customElements.define('furrow-look', FurrowLook);
