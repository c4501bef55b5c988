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
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...(status === 503 ? { 'retry-after': '30' } : {}) };
  if (wantsJson) {
    response
      .writeHead(status, { ...headers, 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: false, reason: 'server-broken' }));
    return;
  }
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    })
    .end(PAGE);
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="30">
<title>请等一会儿 · One moment</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-content:center;gap:2rem;padding:2rem;background:#f8f3e6;color:#211b12;font:1.5rem/1.5 sans-serif;text-align:center}
h1{margin:0;font-size:2.5rem}p{margin:.5rem 0 0}a{display:inline-grid;place-content:center;min-height:5.5rem;padding:0 2.5rem;border-radius:1rem;background:#1d6638;color:#fff;font-weight:700;text-decoration:none}
</style>
</head>
<body>
<main><h1>这一页现在打不开</h1><p>半分钟以后自己再试。还不行，请告诉教员。</p>
<p lang="en">This page does not open just now. It tries again in half a minute; if it stays so, please tell a trainer.</p></main>
<a href="/">回首页 · Home</a>
</body>
</html>
`;
