/** Scripts, styles and icons of this build, from workbox-build: a hashed address has no revision. */
export interface ShellFile {
  url: string;
  revision: string | null;
}

const PREFIX = 'furrow-shell-';
export const shellName = (build: string) => PREFIX + build;
const DIGEST = 'x-furrow-revision';

/** The pages that stand in for one that is not here: they come with the shell, before any base is known. */
const STAND_INS = ['/zh/not-here/', '/en/not-here/'];

/** Fills the cache of this build. What an earlier build already brought is copied, not fetched again; throws when one file is missing. */
export async function installShell(build: string, files: ShellFile[]): Promise<void> {
  const shell = await caches.open(shellName(build));
  for (const { url, revision } of files) {
    const held = await caches.match(url);
    const isSame = held && (revision === null || held.headers.get(DIGEST) === revision);
    await shell.put(url, isSame ? held : await fetchWhole(url, revision));
  }
  for (const url of STAND_INS) await shell.put(url, await fetchWhole(url, build));
}

/** Everything of earlier builds goes; only to be called when no page held here uses it. */
export async function forgetOtherShells(build: string): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== shellName(build)) await caches.delete(name);
}

/** A file of any build that is still held, or the network's, kept: a font slice is fetched when its first character is met. */
export async function shellFile(build: string, request: Request): Promise<Response> {
  const held = await caches.match(request, { ignoreVary: true, ignoreSearch: true });
  if (held) return held;
  const response = await fetch(request);
  if (response.status === 200 && new URL(request.url).pathname.startsWith('/_astro/')) {
    const copy = response.clone();
    // A full disk must not take the answer away from the page.
    void caches
      .open(shellName(build))
      .then((shell) => shell.put(request.url, copy))
      .catch(() => undefined);
  }
  return response;
}

/** The page that says, in the reader's language, that this one is not on the kiosk. */
export async function standIn(path: string): Promise<Response> {
  const held = await caches.match(path.startsWith('/en/') ? '/en/not-here/' : '/zh/not-here/');
  return held ?? new Response('没有网络 · No network', { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

async function fetchWhole(url: string, revision: string | null): Promise<Response> {
  const response = await fetch(url, { cache: revision === null ? 'default' : 'reload', credentials: 'same-origin' });
  if (response.status !== 200 || response.redirected) throw new Error(`${url} was answered with ${response.status}`);
  const headers = new Headers(response.headers);
  if (revision !== null) headers.set(DIGEST, revision);
  return new Response(await response.arrayBuffer(), { status: 200, headers });
}
