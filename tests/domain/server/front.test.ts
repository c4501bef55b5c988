import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createFront } from '../../../src/server/front.ts';
import { PageCache } from '../../../src/server/page-cache.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('the front door', () => {
  let server: Server;
  afterEach(() => new Promise((done) => server.close(done)));

  /** A cache that hears of no publication keeps nothing, so every request reaches `render`. */
  async function open(render: Handler, patienceMs?: number): Promise<string> {
    server = createFront(render, new PageCache('postgres://nobody@127.0.0.1:1/none'), '/nowhere', patienceMs ? { patienceMs } : {});
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }
  const ask = (url: string) => fetch(url, { signal: AbortSignal.timeout(5_000) });

  it('passes on what was rendered', async () => {
    const url = await open((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>课</p>'));
    const answer = await ask(`${url}/zh/`);
    expect([answer.status, await answer.text()]).toEqual([200, '<p>课</p>']);
  });

  it('keeps to itself which publications a page stands on, whoever asks and however', async () => {
    const url = await open((request, response) => {
      response.setHeader('x-furrow-tags', 'pen-space');
      if (request.url?.includes('by-hand')) response.writeHead(200, { 'content-type': 'text/html', 'x-furrow-tags': 'pen-space' });
      response.end('<p>课</p>');
    });
    for (const method of ['GET', 'HEAD'])
      for (const path of ['/zh/', '/zh/?from=a-card', '/zh/by-hand/', '/zh/?by-hand', '/township/']) {
        const answer = await fetch(url + path, { method, signal: AbortSignal.timeout(5_000) });
        expect([answer.status, answer.headers.has('x-furrow-tags')], `${method} ${path}`).toEqual([200, false]);
      }
  });

  it.each(['/zh/lessons/pen-space/', '/township/'])('answers 500 with a page of its own when %s cannot be made', async (path) => {
    const url = await open(() => {
      throw new Error('a built file is gone');
    });
    const answer = await ask(url + path);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/这一页现在打不开[\s\S]*does not open just now/);
  });

  it.each(['/zh/lessons/pen-space/', '/township/'])('answers 503 with a page of its own when %s says nothing', async (path) => {
    const url = await open(() => {}, 100);
    const answer = await ask(url + path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await answer.text()).toContain('这一页现在打不开');
  });

  it('tells the kiosk’s own requests in JSON', async () => {
    const url = await open(() => {}, 100);
    const answer = await ask(`${url}/api/me/`);
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, reason: 'server-broken' }]);
  });

  it('does not cut off an answer that has begun', async () => {
    const url = await open((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('half ');
      setTimeout(() => response.end('whole'), 300);
    }, 100);
    const answer = await ask(`${url}/township/coverage.csv`);
    expect([answer.status, await answer.text()]).toEqual([200, 'half whole']);
  });
});
