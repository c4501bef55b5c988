import type { APIRoute } from 'astro';
import { type AskedPart, readMedia } from '../../domain/lessons/read-media.ts';

// A player takes what it gets and asks again for the rest: no answer holds more of a video than this in memory.
const LARGEST_PART = 2_000_000;

/** A lesson's picture, sound, video or captions. Its address is its digest, so it never changes. Answers a range of bytes (RFC 9110 section 14). */
export const GET: APIRoute = async ({ params, locals, request }) => {
  const { db, townshipId } = locals;
  const asked = askedPart(request.headers.get('range'));
  const found = townshipId ? await readMedia(db, townshipId, params.digest ?? '', asked ?? undefined) : null;
  if (!found) return new Response(null, { status: 404 });
  if ('beyond' in found) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${found.size}` } });
  const { mediaType, first, last, size, bytes } = found;
  const headers = new Headers({
    'Content-Type': mediaType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
  });
  // An SVG opened by itself is a document: it may draw, not run or fetch.
  if (mediaType === 'image/svg+xml') headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  if (asked) headers.set('Content-Range', `bytes ${first}-${last}/${size}`);
  return new Response(new Uint8Array(bytes), { status: asked ? 206 : 200, headers });
};

/** Null when the whole is asked for, or something that we do not know and may therefore answer with the whole. */
function askedPart(range: string | null): AskedPart | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(range ?? '') ?? [];
  if (first === '') return last === '' ? null : { suffix: Math.min(Number(last), LARGEST_PART) };
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return { first: from, last: Math.min(last === '' ? Number.POSITIVE_INFINITY : Number(last), from + LARGEST_PART - 1) };
}
