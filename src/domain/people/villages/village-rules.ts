import { isDay } from '../roster/learner-input.ts';

/** What the township keeps of a village. Days are `YYYY-MM-DD`; it is one from `since` up to, but without, `until`. */
export interface VillageInput {
  nameZh: string;
  /** Left empty it is the Chinese one. */
  nameEn: string;
  /** Other spellings an imported list may use: 哈沙吐 for 哈沙图. */
  aliases: string[];
  since: string;
  until: string | null;
}

export type VillageProblem = 'name-missing' | 'name-too-long' | 'day-not-possible' | 'ends-before-it-begins';

/** The first thing wrong with a village's particulars, or null. */
export function villageProblem(village: VillageInput): VillageProblem | null {
  if (village.nameZh.trim() === '') return 'name-missing';
  if ([village.nameZh, village.nameEn, ...village.aliases].some((name) => name.trim().length > 60)) return 'name-too-long';
  if (!isDay(village.since) || (village.until !== null && !isDay(village.until))) return 'day-not-possible';
  return village.until !== null && village.until <= village.since ? 'ends-before-it-begins' : null;
}
