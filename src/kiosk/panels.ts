import { part } from './page.ts';

/** Shows one of the panels (`[data-panel]`) that a kiosk page is made of and hides the others; the name must be one of them. */
export function showPanel(page: HTMLElement, name: string): void {
  for (const panel of page.querySelectorAll<HTMLElement>('[data-panel]')) panel.hidden = panel.dataset.panel !== name;
}

/** The same, from its top, with the focus on its heading, so that a screen reader says where one is. */
export function openPanel(page: HTMLElement, name: string): void {
  showPanel(page, name);
  part(page, `[data-panel="${name}"] h1`).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
