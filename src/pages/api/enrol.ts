import type { APIRoute } from 'astro';
import { z } from 'zod';
import { enrol } from '../../domain/learning/enrol.ts';
import { readBody, reply } from './_request.ts';

const schema = z.object({ courseId: z.string().max(60) });

/** A farmer joins a course. */
export const POST: APIRoute = async (context) => {
  const { db, learner, now } = context.locals;
  if (!learner) return reply(401, { ok: false, reason: 'not-signed-in' });
  const body = await readBody(context, schema);
  if (!body) return reply(400, { ok: false, reason: 'not-a-request' });
  const outcome = await enrol(db, learner, { learnerIds: [learner.learnerId], courseId: body.courseId, by: 'learner' }, now);
  return reply(outcome.ok ? 200 : 404, outcome);
};
