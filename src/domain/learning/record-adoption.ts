import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import { TOPICS, type TopicName } from '../../lesson-mdx/checked-lesson.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { requirePermission } from '../people/permissions.ts';
import { appendByHand } from './append-by-hand.ts';
import { lockLearners } from './learning-queries.ts';
import { dayOf, noonOf } from './township-day.ts';

interface AdoptionInput {
  learnerId: string;
  topic: TopicName;
  lessonId?: string | undefined;
  /** Whose trainer saw it; a trainer's own base unless told. */
  baseId?: string | undefined;
  on: Day;
  note: string;
}

/** A trainer saw on the farm that a learner uses what a topic teaches. It needs no lower rung. */
export async function recordAdoption(
  db: Database,
  actor: Actor,
  input: AdoptionInput,
  now: Date,
): Promise<
  | { ok: true; recordId: string }
  | { ok: false; reason: 'no-such-learner' | 'no-such-topic' | 'no-such-base' | 'in-the-future' | 'not-a-day' }
> {
  const baseId = input.baseId ?? (actor.kind === 'account' ? actor.trainerOf[0] : undefined) ?? (await firstBase(db, actor.townshipId));
  requirePermission(actor, 'adoption:record', baseId === undefined ? {} : { base: baseId });
  if (!TOPICS.includes(input.topic)) return { ok: false, reason: 'no-such-topic' };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.on) || Number.isNaN(noonOf(input.on).getTime())) return { ok: false, reason: 'not-a-day' };
  if (input.on > dayOf(now)) return { ok: false, reason: 'in-the-future' };
  const base = await db
    .selectFrom('base')
    .select('id')
    .where('township_id', '=', actor.townshipId)
    .where('id', '=', baseId ?? '')
    .executeTakeFirst();
  if (!base) return { ok: false, reason: 'no-such-base' };
  return db.transaction().execute(async (trx) => {
    const there = isUuid(input.learnerId) && (await lockLearners(trx, actor.townshipId, [input.learnerId])).size > 0;
    if (!there) return { ok: false, reason: 'no-such-learner' };
    const by = actor.kind === 'account' ? actor.accountId : null;
    const response = {
      topic: input.topic,
      lesson: input.lessonId ?? null,
      note: input.note.replaceAll('\u0000', '').toWellFormed().slice(0, 500),
      by,
    };
    const at = new Date(Math.min(noonOf(input.on).getTime(), now.getTime()));
    const recordId = await appendByHand(
      trx,
      actor.townshipId,
      { learnerId: input.learnerId, baseId: base.id, verb: 'adopted', response, at },
      now,
    );
    return { ok: true, recordId };
  });
}

async function firstBase(db: Database, townshipId: string): Promise<string | undefined> {
  const base = await db
    .selectFrom('base')
    .select('id')
    .where('township_id', '=', townshipId)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst();
  return base?.id;
}
