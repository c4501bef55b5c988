import { isCardWaiting } from './cards.ts';
import { part } from './page.ts';
import { currentSitting } from './sitting.ts';

/**
 * While somebody learns here (or a card is being shown), pages change without leaving the document, so that the sitting can live in memory alone. Signed out, links are
 * ordinary links. Browsers without the Navigation API follow them in the ordinary way too: the farmer then signs in once more.
 */
export function keepDocument(): void {
  if (!('navigation' in window)) return;
  window.navigation.addEventListener('navigate', (event) => {
    const to = new URL(event.destination.url);
    if (!isHeld() || !event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return;
    if (event.navigationType === 'reload' || !isOfKiosk(to)) return;
    // A script that only rewrites the address (the step of a lesson) has changed the page already.
    if (event.navigationType !== 'traverse' && event.destination.sameDocument) return;
    event.intercept({ focusReset: 'manual', scroll: 'manual', handler: () => change(to, event.signal) });
  });
}

/** Whether this document's memory holds something the next page needs. */
function isHeld(): boolean {
  return currentSitting() !== null || isCardWaiting();
}

function isOfKiosk(to: URL): boolean {
  return to.origin === window.location.origin && (to.pathname === '/' || /^\/(zh|en)\//.test(to.pathname));
}

async function change(to: URL, signal: AbortSignal): Promise<void> {
  const page = await load(to, signal);
  if (signal.aborted) return;
  // Signed out meanwhile: nothing of the sitting may be left, a fresh document least of all.
  if (!isHeld()) return window.location.reload();
  if (page === null) return showUnreachable();
  if (page.url.pathname !== to.pathname) history.replaceState(null, '', page.url.pathname + page.url.search + to.hash);
  await adopt(page.document);
}

/** The page, or null when neither the network nor this kiosk has it. */
async function load(to: URL, signal: AbortSignal): Promise<{ document: Document; url: URL } | null> {
  try {
    const response = await fetch(to, { signal, headers: { accept: 'text/html' } });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    // "There is no such page" is a page too; a server in trouble is not.
    if (!isPage || response.status >= 500) return null;
    return { document: new DOMParser().parseFromString(await response.text(), 'text/html'), url: new URL(response.url || to) };
  } catch {
    return null;
  }
}

async function adopt(next: Document): Promise<void> {
  await Promise.all(Array.from(next.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), addStyles));
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  const scripts = Array.from(next.querySelectorAll<HTMLScriptElement>('script[type="module"][src]'), (script) => script.src);
  for (const script of next.querySelectorAll('script')) script.remove();
  document.body.replaceChildren(...next.body.childNodes);
  document.body.className = next.body.className;
  // A module runs once however often it is asked for.
  await Promise.all(scripts.map((source) => import(/* @vite-ignore */ new URL(source, window.location.href).href)));
  window.scrollTo(0, 0);
  if (document.activeElement === null || document.activeElement === document.body) {
    part(document, '#main').focus({ preventScroll: true });
  }
}

function addStyles(link: HTMLLinkElement): Promise<void> {
  const href = link.getAttribute('href') ?? '';
  const isHere = Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')).some(
    (other) => other.getAttribute('href') === href,
  );
  link.remove();
  if (isHere) return Promise.resolve();
  return new Promise((resolve) => {
    const added = document.createElement('link');
    added.rel = 'stylesheet';
    added.href = href;
    added.onload = () => resolve();
    added.onerror = () => resolve();
    document.head.append(added);
  });
}

/** The page that stands in for one that cannot be had now, in the language of the page that was left. */
function showUnreachable(): void {
  const words = part<HTMLTemplateElement>(document, '#unreachable').content.cloneNode(true);
  part(document, '#main').replaceChildren(words);
  part(document, '#main h1').focus();
}
