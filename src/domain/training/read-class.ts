import type { Database } from '../../../db/connect.ts';
import { dayOf } from '../learning/township-day.ts';
import type { Actor } from '../people/actor.ts';
import { isUuid } from '../people/ids.ts';
import { mayDo, requirePermission } from '../people/permissions.ts';
import { classHours } from './class-hours.ts';
import { type ClassRow, type SeatRow, selectClasses, selectGroupAnswers, selectSeats } from './class-queries.ts';
import { classHourMinutes } from './list-classes.ts';

export interface ClassFile extends ClassRow {
  hours: number;
  hourMinutes: number;
  attendance: SeatRow[];
  /** What the group answered together; never one person's. */
  answers: { answered: number; right: number };
  /** Whether whoever asks may confirm, discard or change it. */
  mayChange: boolean;
}

/** One class with its attendance list; null when there is none, or it is another base's. */
export async function readClass(db: Database, actor: Actor, classId: string): Promise<ClassFile | null> {
  requirePermission(actor, 'class:read');
  const { townshipId } = actor;
  const [row] = isUuid(classId) ? await selectClasses(db, townshipId, { id: classId }) : [];
  if (!row) return null;
  const mayChange = mayDo(actor, 'class:write', { base: row.baseId });
  if (!mayChange && !mayDo(actor, 'coverage:read')) return null;
  const [attendance, answers, hourMinutes] = await Promise.all([
    selectSeats(db, townshipId, row.id, dayOf(row.beganAt)),
    selectGroupAnswers(db, townshipId, row.id),
    classHourMinutes(db, townshipId),
  ]);
  return { ...row, hours: classHours(row.minutes, hourMinutes), hourMinutes, attendance, answers, mayChange };
}
