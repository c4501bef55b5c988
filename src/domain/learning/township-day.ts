import type { Day } from '../../../db/schema.ts';

const HOUR = 3_600_000;

/** The day on the township's calendar at this instant. China keeps UTC+8 all year, so the shift is a constant. */
export function dayOf(at: Date | number): Day {
  return new Date(Number(at) + 8 * HOUR).toISOString().slice(0, 10);
}

/** `days` later (or earlier, when negative) on the calendar. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** Noon of a day in the township: the moment given to a deed of which only the day is known. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
