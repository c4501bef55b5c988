import { currentSitting } from './sitting.ts';
import { TypedCards } from './typed-card.ts';

// A card scanned on another page waits here for the sign-in page, and nowhere else: not in an address, not in a storage.
let waiting: string | null = null;

/** The card that brought the farmer to the sign-in page; once. */
export function takeCard(): string | null {
  const card = waiting;
  waiting = null;
  return card;
}

/** A card was read by camera or scanner: the page takes it (`preventDefault` on `furrow:card`), or the sign-in page is opened with it. */
export function showCard(card: string): void {
  const isTaken = !document.dispatchEvent(new CustomEvent('furrow:card', { detail: { card }, cancelable: true }));
  // Nobody takes over from a farmer who is learning.
  if (isTaken || currentSitting()) return;
  waiting = card;
  const start = document.querySelector<HTMLAnchorElement>('a.start[href], a[data-sign-in]');
  const signIn = new URL(start?.href ?? `/${document.documentElement.lang.slice(0, 2)}/sign-in/`, window.location.href);
  // Where a page cannot be opened without leaving this one, the card is lost on the way: the sign-in page then asks for it again.
  signIn.searchParams.set('scanned', '');
  window.location.assign(signIn);
}

const typed = new TypedCards((what) => {
  if ('card' in what) showCard(what.card);
  else document.dispatchEvent(new CustomEvent('furrow:typed', { detail: 'broken' in what ? '' : what.digits }));
});
document.addEventListener('keydown', (event) => {
  if (!event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) typed.press(event);
});
