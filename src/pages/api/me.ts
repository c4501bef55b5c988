import type { APIRoute } from 'astro';
import { learnerProgress } from '../../domain/learning/learner-progress.ts';
import { offerReview } from '../../domain/learning/offer-review.ts';
import { dayOf } from '../../domain/learning/township-day.ts';
import { publishedLesson } from '../../domain/lessons/published-lesson.ts';
import { reply } from './_request.ts';

/** What is personal on a kiosk page: where to go on, lessons done, the six topics, the topic to review. `learner` is null before sign-in. */
export const GET: APIRoute = async ({ locals }) => {
  const { db, kiosk, learner, now, townshipId } = locals;
  const here = kiosk ? { name: kiosk.name, baseId: kiosk.baseId } : null;
  if (!learner || !townshipId) return reply(200, { kiosk: here, learner: null });
  const today = dayOf(now);
  const progress = await learnerProgress(db, townshipId, learner.learnerId, today);
  const offer = await offerReview(db, townshipId, learner.learnerId, today);
  const shown = progress.place ? await publishedLesson(db, townshipId, progress.place.lessonId) : null;
  const place = progress.place && shown ? { ...progress.place, title: shown.checked.title } : null;
  return reply(200, { kiosk: here, learner: { ...progress, learnerId: learner.learnerId, place, review: offer?.topic ?? null } });
};
