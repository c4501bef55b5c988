/** A sound or film is asked for in parts (RFC 9110 section 14): the part asked for, or the whole when the question is none we know. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return whole;
  const body = await whole.blob();
  const first = asked[1] === '' ? Math.max(0, body.size - Number(asked[2])) : Number(asked[1]);
  const last = asked[1] === '' || asked[2] === '' ? body.size - 1 : Math.min(Number(asked[2]), body.size - 1);
  const headers = new Headers(whole.headers);
  headers.delete('content-encoding');
  if (first > last) {
    headers.set('content-range', `bytes */${body.size}`);
    headers.delete('content-length');
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${first}-${last}/${body.size}`);
  headers.set('content-length', String(last - first + 1));
  return new Response(body.slice(first, last + 1), { status: 206, headers });
}
