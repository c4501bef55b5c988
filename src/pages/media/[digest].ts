import type { APIRoute } from 'astro';
import { readMedia } from '../../domain/lessons/read-media.ts';

/** A lesson's picture. Its address is its digest, so it never changes. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { db, townshipId } = locals;
  const picture = townshipId ? await readMedia(db, townshipId, params.digest ?? '') : null;
  if (!picture) return new Response(null, { status: 404 });
  const headers = new Headers({
    'Content-Type': picture.mediaType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  });
  // An SVG opened by itself is a document: it may draw, not run or fetch.
  if (picture.mediaType === 'image/svg+xml') headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
  return new Response(new Uint8Array(picture.bytes), { headers });
};
