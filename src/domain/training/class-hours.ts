/** Minutes as class hours (学时) of `hourMinutes` each, to one decimal; 45 minutes are usual (domain.md 2). */
export function classHours(minutes: number, hourMinutes: number): number {
  return Math.round((minutes / hourMinutes) * 10) / 10;
}
