import type { APIRoute } from 'astro';
import { z } from 'zod';
import { signInWithCard } from '../../domain/people/cards/sign-in-with-card.ts';
import { signInLearner } from '../../domain/people/sign-in-learner.ts';
import { readBody, reply } from './_request.ts';

const pin = z.string().max(12);
const schema = z.union([
  z.object({ villageId: z.string().max(60), number: z.string().max(12), pin }),
  z.object({ card: z.string().max(60), pin: pin.optional() }),
]);

/**
 * Village, number and PIN, or a card (with its PIN) → who it is; the pass goes to the page, which keeps it in memory only.
 * A card without a PIN asks what else is needed: `pin-needed`, `first-pin-needed`, or nothing where the township says so.
 */
export const POST: APIRoute = async (context) => {
  const { db, kiosk, now, secrets } = context.locals;
  if (!kiosk) return reply(401, { ok: false, reason: 'no-kiosk' });
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const outcome =
    'card' in body
      ? await signInWithCard(db, kiosk, { token: body.card, pin: body.pin }, now, secrets)
      : await signInLearner(db, kiosk, body, now, secrets);
  return reply(outcome.ok ? 200 : outcome.reason === 'wait' ? 429 : 403, outcome);
};
