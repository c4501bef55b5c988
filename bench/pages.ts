import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { brotliCompressSync } from 'node:zlib';
import type { Figure } from './figures.ts';
import { requestsPerSecond } from './load.ts';

const LESSON = '/zh/lessons/drench-right/';
const SECONDS = 8;

/** The lesson page under 16 connections beside a bare server with the same bytes, and its cold weight as sent. */
export async function pageFigures(address: string): Promise<Figure[]> {
  const url = `${address}${LESSON}`;
  const page = await fetch(url);
  if (page.status !== 200) throw new Error(`${url} answered ${page.status}`);
  const html = await page.text();
  const bare = await bareServer(brotliCompressSync(html));
  const ours = await requestsPerSecond(url, SECONDS);
  const least = await requestsPerSecond(bare.url, SECONDS);
  await bare.stop();
  const weight = await coldWeight(address, html);
  return [
    {
      name: 'lesson-page-ratio',
      value: ours,
      unit: 'requests/s',
      comparedTo: `bare node:http, ${Math.round(least)} requests/s`,
      ratio: ours / least,
    },
    { name: 'lesson-page-kb', value: weight.page, unit: 'kB', comparedTo: 'limit 60 kB', ratio: weight.page / 60 },
    { name: 'lesson-js-kb', value: weight.script, unit: 'kB', comparedTo: 'limit 30 kB', ratio: weight.script / 30 },
    { name: 'lesson-font-kb', value: weight.font, unit: 'kB', comparedTo: 'the style sheet that names the font slices', ratio: null },
  ];
}

async function coldWeight(address: string, html: string) {
  const links = [...html.matchAll(/(?:src|href)="(\/_astro\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const seen = new Set(links);
  const queue = [...seen];
  const sent = { page: (await bytesOf(address, LESSON)).length, script: 0, font: 0 };
  for (let link = queue.pop(); link; link = queue.pop()) {
    const text = await (await fetch(address + link)).text();
    const kilo = (await bytesOf(address, link)).length;
    if (link.endsWith('.js')) sent.script += kilo;
    else if (text.includes('@font-face')) sent.font += kilo;
    else sent.page += kilo;
    for (const [, file] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      const next = `/_astro/${file}`;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return { page: (sent.page + sent.script) / 1000, script: sent.script / 1000, font: sent.font / 1000 };
}

/** The body as it travels: fetch would decompress it, so ask the socket. */
async function bytesOf(address: string, path: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(address + path, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

async function bareServer(body: Buffer): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const worker = new Worker(new URL('./bare-server.ts', import.meta.url), { workerData: { body } });
  const port = await new Promise((resolve) => worker.once('message', resolve));
  return { url: `http://127.0.0.1:${port}/`, stop: () => worker.terminate() };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export async function waitFor(url: string, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(25);
  }
  throw new Error(`${url} did not answer within ${withinMs} ms`);
}
