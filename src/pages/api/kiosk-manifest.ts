import type { APIRoute } from 'astro';
import { kioskManifest } from '../../server/kiosk-manifest.ts';
import { reply } from './_request.ts';

/** What the kiosk that asks should hold to work without its network: every address with its size and digest. */
export const GET: APIRoute = async ({ locals }) => {
  const { db, kiosk } = locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const manifest = await kioskManifest(db, kiosk, process.env.FURROW_CLIENT ?? '');
  return manifest ? reply(200, manifest) : reply(404, { ok: false, reason: 'no-base' });
};
