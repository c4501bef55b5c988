const TOWNSHIP_CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day (`YYYY-MM-DD`) on the township's calendar at that moment. China keeps one time zone. */
export function townshipDay(now: Date): string {
  return TOWNSHIP_CALENDAR.format(now);
}
