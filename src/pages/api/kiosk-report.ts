import type { APIRoute } from 'astro';
import { z } from 'zod';
import { recordKioskReport } from '../../domain/people/kiosks/record-kiosk-report.ts';
import { readBody, reply } from './_request.ts';

const count = z.int().min(0).max(1_000_000_000).nullable();
const schema = z.object({
  now: z.iso.datetime(),
  unsent: count,
  refused: count,
  isPersisted: z.boolean().nullable(),
  voices: z.array(z.string().max(40)).max(200).nullable(),
  items: count,
  missingItems: count,
  bytes: z.int().min(0).nullable(),
  problem: z.enum(['no-room', 'network']).nullable(),
  build: z.string().max(40),
});

/** A kiosk says how it is: what waits to be sent, whether its storage lasts, which voices it has, how much of its base it holds. */
export const POST: APIRoute = async (context) => {
  const { db, kiosk, now } = context.locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  await recordKioskReport(db, kiosk, { ...body, now: new Date(body.now) }, now);
  return reply(200, { ok: true });
};
