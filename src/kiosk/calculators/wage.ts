import { round } from './calculator.ts';

/**
 * Paid days a month: (365 − 104) ÷ 12. 人社部发〔2025〕2号, 2025-01-01, article 2: the 13 public holidays since 2025 are paid days and change nothing
 * in it (劳动法 51). Text checked 2026-11-25 in a stored copy of the notice.
 */
export const PAID_DAYS = 21.75;
/** Hours of a working day: 劳动法 36. Text checked 2026-11-25. */
const HOURS_A_DAY = 8;
/** Overtime on working days, at most, a month: 劳动法 41. Text checked 2026-11-25. */
export const MOST_OVERTIME_A_MONTH = 36;
/** Times the hourly wage, at least, on working days, on days of rest without another day off, on public holidays: 劳动法 44. Text checked 2026-11-25. */
export const TIMES = { working: 1.5, rest: 2, holiday: 3 } as const;

/** Hours of overtime in one month by kind of day. */
export type Overtime = Record<keyof typeof TIMES, number>;

/** The least that is owed for a month's overtime, and what a claim adds up to. Yuan, to the cent. */
export function wageOwed({
  monthly,
  monthsUnpaid,
  overtime,
  paid,
}: {
  monthly: number;
  monthsUnpaid: number;
  overtime: Overtime;
  /** What was paid toward all this. */
  paid: number;
}): { hourly: number; overtimePay: number; owed: number; isTooMuch: boolean } {
  const exact = monthly / PAID_DAYS / HOURS_A_DAY;
  const times = overtime.working * TIMES.working + overtime.rest * TIMES.rest + overtime.holiday * TIMES.holiday;
  const overtimePay = round(exact * times, 2);
  return {
    hourly: round(exact, 2),
    overtimePay,
    owed: round(Math.max(0, monthly * monthsUnpaid + overtimePay - paid), 2),
    isTooMuch: overtime.working > MOST_OVERTIME_A_MONTH,
  };
}
