import type { Database } from '../../../db/connect.ts';
import type { Day } from '../../../db/schema.ts';
import { addDays } from '../learning/township-day.ts';
import type { Actor } from '../people/actor.ts';
import { mayDo, requirePermission } from '../people/permissions.ts';
import { classHours } from './class-hours.ts';
import { type ClassRow, selectClasses } from './class-queries.ts';

export interface ClassList {
  /** Newest first. */
  classes: (ClassRow & { hours: number })[];
  /** What the figures below stand for: classes with a known trainer that were not discarded. */
  held: number;
  minutes: number;
  hours: number;
  /** Attendances (人次), not people. */
  attendances: number;
  hourMinutes: number;
}

/** The classes of these days (inclusive): a trainer's own bases, every base for staff. */
export async function listClasses(db: Database, actor: Actor, days: { from: Day; until: Day }): Promise<ClassList> {
  requirePermission(actor, 'class:read');
  const { townshipId } = actor;
  const seesAll = mayDo(actor, 'coverage:read');
  const baseIds = seesAll || actor.kind !== 'account' ? null : actor.trainerOf;
  const [rows, hourMinutes] = await Promise.all([
    selectClasses(db, townshipId, { baseIds, from: startOf(days.from), until: startOf(addDays(days.until, 1)) }),
    classHourMinutes(db, townshipId),
  ]);
  const classes = rows.map((row) => ({ ...row, hours: classHours(row.minutes, hourMinutes) }));
  const held = classes.filter((row) => row.trainerId !== null && !row.isDiscarded);
  const minutes = held.reduce((sum, row) => sum + row.minutes, 0);
  const attendances = held.reduce((sum, row) => sum + row.seats - row.unknownSeats, 0);
  return { classes, held: held.length, minutes, hours: classHours(minutes, hourMinutes), attendances, hourMinutes };
}

/** How many minutes a class hour has in this township. */
export async function classHourMinutes(db: Database, townshipId: string): Promise<number> {
  const row = await db.selectFrom('township').select('class_hour_minutes').where('id', '=', townshipId).executeTakeFirst();
  return row?.class_hour_minutes ?? 45;
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
