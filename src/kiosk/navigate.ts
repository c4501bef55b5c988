import { currentSitting } from './sitting.ts';

const PATIENCE_MS = 10_000;

/** The entry of the history at which this document was loaded: nobody was signed in then. */
const arrivedAt = window.navigation?.currentEntry?.key;
let isLeaving = false;
let isForgetting = false;

/**
 * Follows links inside the kiosk without leaving the document, so that a sitting, which is only in memory, survives them: fetches the next page, loads the
 * scripts it names, and puts its body, title and language in place of this one's. Custom elements come to life as they are inserted; whatever listens
 * outside itself must stop in `disconnectedCallback`. `furrow:page` on the document says that the page is there.
 */
export function keepDocument(): void {
  window.navigation?.addEventListener('navigate', (event) => {
    if (isLeaving || !event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return;
    const url = new URL(event.destination.url);
    // A kiosk that was just set up begins anew, with what it was told.
    if (!currentSitting() && /^\/(zh|en)\/(pair|kiosk)\//.test(window.location.pathname)) return;
    if (event.navigationType === 'reload' || !/^\/($|zh\/|en\/)/.test(url.pathname)) return;
    // `history.replaceState` only notes where we are: there is nothing to fetch.
    if (event.navigationType !== 'traverse' && event.destination.sameDocument) return;
    intercept(event, isForgetting ? null : url);
  });
}

/** An ordinary navigation to a new document, of which nothing of this one is left; with neither network nor service worker it is said that it does not come. */
export async function leaveFor(path: string): Promise<void> {
  const isThere = await fetchPage(new URL(path, window.location.href), new AbortController().signal);
  if (!isThere) return sayUnreachable(() => leaveFor(path));
  isLeaving = true;
  window.location.assign(path);
}

/** Goes back in the history to before the sitting; the next navigation cuts off what lies ahead, so that no button leads into it. */
export async function forgetWay(): Promise<void> {
  const { navigation } = window;
  if (!navigation) return;
  const arrival = navigation.entries().find(({ key }) => key === arrivedAt);
  if (!arrival?.sameDocument || arrival.key === navigation.currentEntry?.key) return;
  isForgetting = true;
  await navigation.traverseTo(arrival.key).finished?.catch(() => undefined);
  isForgetting = false;
}

function intercept(event: NavigateEvent, url: URL | null): void {
  let page: Document | null = null;
  const fetchIt = async () => {
    if (!url) return;
    document.querySelector('main')?.setAttribute('aria-busy', 'true');
    page = await fetchPage(url, event.signal);
  };
  const showIt = async () => {
    if (url && !event.signal.aborted) await show(page, url, event);
  };
  const manual = { focusReset: 'manual', scroll: 'manual' } as const;
  // Where the browser can, the address changes together with the page and not before it: until then the old page is still in use.
  const canWait = 'NavigationPrecommitController' in window && event.cancelable;
  if (canWait) event.intercept({ ...manual, precommitHandler: fetchIt, handler: showIt });
  else event.intercept({ ...manual, handler: () => fetchIt().then(showIt) });
}

/** Puts the fetched page, `null` when it did not come, in place of this one. */
async function show(page: Document | null, url: URL, event: NavigateEvent): Promise<void> {
  // A new build is taken up when it signs nobody out. What the kiosk cannot show, the browser can.
  const isOther = page !== null && frameOf(page) !== frameOf(document);
  if (!currentSitting() && (page === null || isOther)) return reload();
  if (page && hasLife(page)) {
    showAddress(page, url);
    swap(page);
  } else sayUnreachable(async () => show(await fetchPage(url, event.signal), url, event));
  scroll(url, event);
  focus();
  document.dispatchEvent(new Event('furrow:page'));
}

/** The page as a document, its styles and scripts loaded; null when it did not come or is none of the kiosk's. */
async function fetchPage(url: URL, signal: AbortSignal): Promise<Document | null> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const response = await fetch(url.pathname + url.search, { headers: { accept: 'text/html' }, signal: limit });
    if (!response.headers.get('content-type')?.startsWith('text/html')) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!page.body.classList.contains('kiosk') || !page.querySelector('main')) return null;
    await loadParts(page);
    return page;
  } catch {
    return null;
  }
}

/** The address of the script that every page of one build carries. */
function frameOf(page: Document): string {
  return page.querySelector('body > script[src]')?.getAttribute('src') ?? '';
}

/** Loads the styles and scripts that this page has and the ones before did not. */
async function loadParts(page: Document): Promise<void> {
  const styles = Array.from(page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), (link) => link.getAttribute('href') ?? '');
  const scripts = Array.from(page.querySelectorAll('main script[src]'), (script) => script.getAttribute('src') ?? '');
  // The page's own scripts are loaded by their address; the policy allows those of our own origin.
  const loads = scripts.map((src) => import(/* @vite-ignore */ src).catch(() => undefined));
  await Promise.all([...styles.map(addStyle), ...loads]);
}

/** False when a script of this page could not be loaded: it would lie there like a picture. */
function hasLife(page: Document): boolean {
  return Array.from(page.querySelectorAll('body *')).every(({ localName }) => !localName.includes('-') || customElements.get(localName));
}

function addStyle(href: string): Promise<void> {
  if (document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((done) => {
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}

/** `/` is answered with the base's home, whose own address is shown. */
function showAddress(page: Document, url: URL): void {
  const path = page.querySelector<HTMLMetaElement>('meta[name="furrow-path"]')?.content;
  if (url.pathname === '/' && path) history.replaceState(null, '', path);
}

function swap(page: Document): void {
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  const isContent = (element: Element) => !element.matches('script, link');
  const next = Array.from(page.body.children).filter(isContent);
  for (const script of page.querySelectorAll('main script')) script.remove();
  for (const old of Array.from(document.body.children).filter(isContent)) old.remove();
  document.body.prepend(...next.map((element) => document.adoptNode(element)));
}

/** In the reader's language: this page did not come, what was learned is kept, try again or go home. */
function sayUnreachable(tryAgain: () => Promise<void>): void {
  const words = document.querySelector<HTMLTemplateElement>('template#unreachable')?.content.cloneNode(true);
  const main = document.querySelector('main');
  if (!words || !main) return;
  main.replaceChildren(words);
  main.removeAttribute('aria-busy');
  document.title = main.querySelector('h1')?.textContent ?? document.title;
  main.querySelector('[data-try-again]')?.addEventListener('click', () => void tryAgain());
}

function scroll({ hash }: URL, event: NavigateEvent): void {
  const target = hash ? document.getElementById(hash.slice(1)) : null;
  if (target) target.scrollIntoView();
  else if (event.navigationType === 'traverse') event.scroll();
  else window.scrollTo(0, 0);
}

/** A screen reader begins at the heading of the new page. */
function focus(): void {
  const headings = Array.from(document.querySelectorAll<HTMLElement>('main h1'));
  const target = headings.find((heading) => heading.checkVisibility()) ?? document.querySelector<HTMLElement>('main');
  if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}

function reload(): void {
  isLeaving = true;
  window.location.reload();
}
