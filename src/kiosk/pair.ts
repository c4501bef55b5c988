import { fillWords, part } from './page.ts';

/** Types the code of this kiosk once. */
class FurrowPair extends HTMLElement {
  connectedCallback(): void {
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.pair(part<HTMLInputElement>(this, 'input').value.trim().toUpperCase());
    });
  }

  private async pair(code: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/pair/', { method: 'POST', headers, body: JSON.stringify({ code }) }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { ok: boolean; reason?: string; seconds?: number } | null;
    const words = part(this, '[data-message]').dataset;
    const isWait = answer?.reason === 'wait';
    const sentence = !answer ? words.offline : answer.ok ? words.paired : isWait ? words.wait : words.wrong;
    part(this, '[data-message]').textContent = fillWords(sentence ?? '', { n: answer?.seconds ?? 0 });
    if (answer?.ok) window.location.assign(`/${document.documentElement.lang.slice(0, 2)}/kiosk/`);
  }
}

customElements.define('furrow-pair', FurrowPair);
