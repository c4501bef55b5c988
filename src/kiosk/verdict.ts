import { part } from './page.ts';

/** Says "right" or "not right" in the words the page carries, and lets the learner go on: `[data-check]` makes way for `[data-next]`. */
export function showVerdict(page: HTMLElement, isRight: boolean): void {
  const verdict = part(page, '[data-verdict]');
  verdict.dataset.result = isRight ? 'right' : 'wrong';
  verdict.textContent = (isRight ? verdict.dataset.right : verdict.dataset.wrong) ?? '';
  part(page, '[data-check]').hidden = true;
  const next = part(page, '[data-next]');
  next.hidden = false;
  next.focus({ preventScroll: true });
}

/** Nothing said yet: the next question may be answered. */
export function clearVerdict(page: HTMLElement): void {
  const verdict = part(page, '[data-verdict]');
  verdict.textContent = '';
  delete verdict.dataset.result;
  part(page, '[data-check]').hidden = false;
  part(page, '[data-next]').hidden = true;
}
