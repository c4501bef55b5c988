import type { ServerResponse } from 'node:http';

/**
 * The last resort when a page could not be made at all (a built file is gone, the database hangs): a page of our own that needs nothing else,
 * in both languages, which tries again by itself. 503 says that waiting helps, 500 that somebody has to look.
 */
export function answerBroken(response: ServerResponse, status: 500 | 503, wantsJson: boolean): void {
  if (response.headersSent || response.writableEnded) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const retry: Record<string, string> = status === 503 ? { 'retry-after': '30' } : {};
  answer(response, status, retry, wantsJson ? { reason: 'server-broken' } : BROKEN);
}

/** A form with more in it than we take: refused before it is read, and said to whoever sent it. */
export function answerTooLarge(response: ServerResponse, wantsJson: boolean): void {
  answer(response, 413, { connection: 'close' }, wantsJson ? { reason: 'body-too-large' } : TOO_LARGE);
}

function answer(response: ServerResponse, status: number, more: Record<string, string>, said: string | { reason: string }): void {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...more };
  if (typeof said !== 'string') {
    response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, ...said }));
    return;
  }
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    })
    .end(said);
}

const page = (title: string, refresh: string, main: string) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}<title>${title}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-content:center;gap:2rem;padding:2rem;background:#f8f3e6;color:#211b12;font:1.5rem/1.5 sans-serif;text-align:center}
h1{margin:0;font-size:2.5rem}p{margin:.5rem 0 0}a{display:inline-grid;place-content:center;min-height:5.5rem;padding:0 2.5rem;border-radius:1rem;background:#1d6638;color:#fff;font-weight:700;text-decoration:none}
</style>
</head>
<body>
<main>${main}</main>
<a href="/">回首页 · Home</a>
</body>
</html>
`;

const BROKEN = page(
  '请等一会儿 · One moment',
  '<meta http-equiv="refresh" content="30">\n',
  `<h1>这一页现在打不开</h1><p>半分钟以后自己再试。还不行，请告诉教员。</p>
<p lang="en">This page does not open just now. It tries again in half a minute; if it stays so, please tell a trainer.</p>`,
);

const TOO_LARGE = page(
  '文件太大 · Too large',
  '',
  `<h1>一次传的文件太大了</h1><p>什么也没有存。请退回上一页，一次少选几个；一个视频最大 30 MB。</p>
<p lang="en">Too much at once: nothing was kept. Go back and choose fewer files at a time; a video may have 30 MB.</p>`,
);
