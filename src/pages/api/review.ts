import type { APIRoute } from 'astro';
import { offerReview, readReview } from '../../domain/learning/offer-review.ts';
import { dayOf } from '../../domain/learning/township-day.ts';
import { reply } from './_request.ts';

/** The short review for whoever learns here, `null` when none is due. Its answers are learning records like any other. */
export const GET: APIRoute = async ({ locals }) => {
  const { db, learner, now, townshipId } = locals;
  if (!learner || !townshipId) return reply(401, { ok: false, reason: 'not-signed-in' });
  const offer = await offerReview(db, townshipId, learner.learnerId, dayOf(now));
  return reply(200, { review: offer && { topic: offer.topic, questions: await readReview(db, townshipId, offer) } });
};
