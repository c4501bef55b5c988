/**
 * How this screen is seen: words in three sizes, white on black, nothing that moves. The choice stands on the document's root and
 * goes with the farmer from page to page; it ends with the sign-out, and what the device itself prefers comes back then.
 */
class FurrowLook extends HTMLElement {
  private gone = new AbortController();

  disconnectedCallback(): void {
    this.gone.abort();
  }

  connectedCallback(): void {
    this.gone = new AbortController();
    takeUp();
    followDevice();
    this.showChoice();
    this.addEventListener('change', (event) => this.choose(event.target as HTMLInputElement));
    document.addEventListener('furrow:look', () => this.showChoice(), { signal: this.gone.signal });
  }

  private choose({ name, value, checked }: HTMLInputElement): void {
    const root = document.documentElement;
    if (name === 'look-text') root.dataset.text = value;
    if (name === 'look-contrast') root.dataset.contrast = checked ? 'more' : 'normal';
    if (name === 'look-still') root.dataset.motion = checked ? 'still' : 'moving';
    keep();
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

/** The next farmer begins with what the device prefers. */
export function forgetLook(): void {
  for (const name of NAMES) delete document.documentElement.dataset[name];
  sessionStorage.removeItem(KEY);
  followDevice();
  document.dispatchEvent(new CustomEvent('furrow:look'));
}

const NAMES = ['text', 'contrast', 'motion'];
const KEY = 'furrow.look';
const KEPT_MS = 180_000;

// Before sign-in every page is a document of its own. It says nothing of a person, and whoever comes three minutes later does not meet it.
function keep(): void {
  const chosen = Object.fromEntries(NAMES.map((name) => [name, document.documentElement.dataset[name]]));
  sessionStorage.setItem(KEY, JSON.stringify({ until: Date.now() + KEPT_MS, chosen }));
}

function takeUp(): void {
  const { until = 0, chosen = {} } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as { until?: number; chosen?: Record<string, string> };
  if (Date.now() > until) {
    sessionStorage.removeItem(KEY);
    return;
  }
  Object.assign(document.documentElement.dataset, chosen);
  keep();
}

function followDevice(): void {
  const { dataset } = document.documentElement;
  dataset.contrast ??= matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal';
  dataset.motion ??= matchMedia('(prefers-reduced-motion: reduce)').matches ? 'still' : 'moving';
}

customElements.define('furrow-look', FurrowLook);
