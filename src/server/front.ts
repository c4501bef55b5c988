import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { answerBroken, answerTooLarge } from './broken-page.ts';
import type { CachedPage, PageCache } from './page-cache.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Says which publications a shared page stands on; for this door alone. */
const TAGS = 'x-furrow-tags';

const MEDIA_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** The largest thing we take is a lesson folder; of a form that sends a film without a script, the film; of a kiosk, 500 records. */
const LARGEST_BODY = 24 * 1024 * 1024;
const LARGEST_UPLOAD = 32 * 1024 * 1024;
const LARGEST_BATCH = 8 * 1024 * 1024;
/** More than this is not even let pass by in order to refuse it. */
const LARGEST_DRAINED = 128 * 1024 * 1024;

export interface FrontOptions {
  /** Certificate and key as PEM text: then the door speaks HTTPS only. */
  tls?: { cert: string; key: string };
  /** How long a page may take to begin. */
  patienceMs?: number;
}

/**
 * The door of the house: answers shared pages and our own scripts and styles from memory, compressed once; everything else goes to Astro.
 * A page says that it is the same for everyone with the response header `x-furrow-tags: lesson-a,lesson-b`, which never leaves the server.
 */
export function createFront(
  render: Handler,
  cache: PageCache,
  clientFolder: string,
  { tls, patienceMs = 60_000 }: FrontOptions = {},
): Server {
  const assets = new Map<string, CachedPage | null>();
  const astro = neverSilent(render, patienceMs);
  const passOn: Handler = (request, response) => astro(request, withoutTags(response));
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    if (request.method !== 'GET') return isTooLarge(request, path) ? refuseBody(request, response) : passOn(request, response);
    if (path.startsWith('/_astro/')) return void answerAsset(request, response, path);
    if (path === '/service-worker.js' || path === '/manifest.webmanifest') return void answerRootFile(request, response, path);
    if (!path.startsWith('/zh/') && !path.startsWith('/en/')) return passOn(request, response);
    if (path.includes('?')) return passOn(request, response);
    const page = cache.find(path, Date.now());
    if (page) return send(request, response, page);
    renderAndKeep(astro, cache, request, response, path);
  };
  return tls ? createSecureServer(tls, listener) : createServer(listener);

  /** Not hashed: asked for again each time, so that a kiosk meets a new build at its next look. */
  async function answerRootFile(request: IncomingMessage, response: ServerResponse, path: string) {
    const plain = await readFile(join(clientFolder, path)).catch(() => null);
    if (!plain) return passOn(request, response);
    const type = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
    send(request, response, {
      status: 200,
      headers,
      plain,
      gzip: gzipSync(plain),
      brotli: brotliCompressSync(plain),
      storedAt: 0,
      tags: [],
    });
  }

  async function answerAsset(request: IncomingMessage, response: ServerResponse, path: string) {
    if (!assets.has(path)) assets.set(path, await readAsset(clientFolder, path));
    const asset = assets.get(path);
    if (asset) send(request, response, asset);
    else passOn(request, response);
  }
}

/**
 * Astro's handler does not say when it failed: a built file that is gone ends as an unhandled rejection and leaves the browser waiting. Here such a
 * failure finds its request again, and one that says nothing at all is ended after `patienceMs`.
 */
function neverSilent(render: Handler, patienceMs: number): Handler {
  const answering = new AsyncLocalStorage<(status: 500 | 503) => void>();
  process.on('unhandledRejection', () => answering.getStore()?.(500));
  return (request, response) => {
    const wantsJson = (request.url ?? '').startsWith('/api/');
    const giveUp = (status: 500 | 503) => {
      // Past whatever holds the answer back in order to keep it (see renderAndKeep).
      const { writeHead, write, end } = Object.getPrototypeOf(response) as ServerResponse;
      Object.assign(response, { writeHead, write, end });
      answerBroken(response, status, wantsJson);
    };
    const clock = setTimeout(() => !response.headersSent && giveUp(503), patienceMs);
    clock.unref();
    response.once('close', () => clearTimeout(clock));
    try {
      answering.run(giveUp, () => render(request, response));
    } catch {
      giveUp(500);
    }
  };
}

/** An answer that goes straight through: to HEAD, to a page asked for with a query. */
function withoutTags(response: ServerResponse): ServerResponse {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((part) => typeof part === 'object' && part !== null) as Record<string, unknown> | undefined;
    if (given) delete given[TAGS];
    response.removeHeader(TAGS);
    return (writeHead as (...all: unknown[]) => ServerResponse)(status, ...rest);
  }) as typeof response.writeHead;
  return response;
}

/** A body that says it is too large is refused before it is read; one that does not say is cut off by the adapter. */
function isTooLarge(request: IncomingMessage, path: string): boolean {
  const largest = path.startsWith('/api/') ? LARGEST_BATCH : path.startsWith('/trainer/media/') ? LARGEST_UPLOAD : LARGEST_BODY;
  return Number(request.headers['content-length'] ?? 0) > largest;
}

function refuseBody(request: IncomingMessage, response: ServerResponse) {
  const refuse = () => answerTooLarge(response, /^\/(?:api|_actions)\//.test(request.url ?? ''));
  request.resume();
  // A browser that is still sending shows a broken connection and no answer: what comes is let pass by first, and kept nowhere.
  if (Number(request.headers['content-length']) > LARGEST_DRAINED) refuse();
  else request.once('end', refuse);
}

async function readAsset(folder: string, path: string): Promise<CachedPage | null> {
  const type = MEDIA_TYPES[extname(path)];
  const file = normalize(join(folder, path));
  if (!type || !file.startsWith(join(folder, '_astro') + sep)) return null;
  const plain = await readFile(file).catch(() => null);
  if (!plain) return null;
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' };
  return { status: 200, headers, plain, gzip: gzipSync(plain), brotli: brotliCompressSync(plain), storedAt: 0, tags: [] };
}

/** Lets Astro render into memory; a page with tags is kept, any other is passed on as it came. */
function renderAndKeep(astro: Handler, cache: PageCache, request: IncomingMessage, response: ServerResponse, path: string) {
  const generation = cache.generation;
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  // The head is held back until the body is whole, because its length and encoding are known only then.
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const given = rest.find((part) => typeof part === 'object' && part !== null) as Record<string, string | string[]> | undefined;
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: string | Uint8Array) => {
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: string | Uint8Array | (() => void)) => {
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk as Uint8Array));
    response.writeHead = writeHead;
    response.end = end;
    const tags = response.getHeader(TAGS);
    response.removeHeader(TAGS);
    const plain = Buffer.concat(chunks);
    if (typeof tags !== 'string' || response.statusCode !== 200 || response.hasHeader('set-cookie')) return end(plain);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.getHeaders())) {
      if (name !== 'content-length' && name !== 'transfer-encoding') headers[name] = String(value);
      response.removeHeader(name);
    }
    headers['cache-control'] = 'no-cache';
    send(request, response, cache.keep(path, generation, { status: 200, headers, plain, tags: tags.split(',') }, Date.now()));
    return response;
  }) as typeof response.end;
  astro(request, response);
}

function send(request: IncomingMessage, response: ServerResponse, page: CachedPage) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [encoding, body] = accepted.includes('br')
    ? ['br', page.brotli]
    : accepted.includes('gzip')
      ? ['gzip', page.gzip]
      : [null, page.plain];
  const headers: Record<string, string | number> = { ...page.headers, vary: 'Accept-Encoding', 'content-length': body.length };
  if (encoding) headers['content-encoding'] = encoding;
  response.writeHead(page.status, headers).end(body);
}
