import type { Database } from '../../../db/connect.ts';
import type { AccountActor } from '../people/actor.ts';
import { writeAudit } from '../people/audit.ts';
import { changeClass } from './change-class.ts';

const MOST_SEATS = 60;

/**
 * Puts the farmer with `number` on a seat, on the next free one when `seat` is null (somebody who came late), or empties the seat for good
 * when `number` is null. Attendance is the trainer's to put right; what was learned is nobody's.
 */
export async function changeSeat(
  db: Database,
  actor: AccountActor,
  classId: string,
  place: { seat: number | null; number: string | null },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-class' | 'no-such-learner' | 'no-such-seat' | 'already-seated' | 'class-full' }> {
  const { townshipId } = actor;
  return changeClass(db, actor, classId, async (trx, held) => {
    const taken = await trx
      .selectFrom('class_seat')
      .select(['seat', 'learner_id as learnerId'])
      .where('township_id', '=', townshipId)
      .where('sitting_id', '=', held.id)
      .execute();
    if (place.seat !== null && !taken.some(({ seat }) => seat === place.seat)) return { ok: false, reason: 'no-such-seat' } as const;
    const seat = place.seat ?? Math.max(0, ...taken.map((one) => one.seat)) + 1;
    const learnerId = place.number === null ? null : await learnerWith(trx, townshipId, place.number);
    if (learnerId === null && (place.number !== null || place.seat === null)) return { ok: false, reason: 'no-such-learner' } as const;
    if (learnerId !== null && taken.some((one) => one.learnerId === learnerId)) return { ok: false, reason: 'already-seated' } as const;
    if (place.seat === null && taken.length >= MOST_SEATS) return { ok: false, reason: 'class-full' } as const;
    const row = { township_id: townshipId, sitting_id: held.id, seat };
    await trx
      .deleteFrom('class_seat')
      .where('township_id', '=', townshipId)
      .where('sitting_id', '=', held.id)
      .where('seat', '=', seat)
      .execute();
    if (learnerId !== null)
      await trx
        .insertInto('class_seat')
        .values({ ...row, learner_id: learnerId, number_given: place.number })
        .execute();
    const was = taken.find((one) => one.seat === seat)?.learnerId ?? null;
    await writeAudit(trx, actor, { deed: 'class-seat-changed', subject: held.id, detail: { seat, was, is: learnerId } }, now);
    return { ok: true } as const;
  });
}

async function learnerWith(db: Database, townshipId: string, number: string): Promise<string | null> {
  const row = await db
    .selectFrom('learner')
    .select('id')
    .where('township_id', '=', townshipId)
    .where('number', '=', number)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
