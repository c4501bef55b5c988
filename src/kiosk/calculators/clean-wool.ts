import { round } from './calculator.ts';

/**
 * Clean wool from greasy wool, in the unit given, to a tenth: weight × yield. Aohan fine-wool ewes of old gave 6.9 kg greasy at about 34 % clean
 * (ctoth.com/dictionary/2364735, historic); what a fleece really yields only washing shows.
 */
export function cleanWool(greasy: number, yieldPercent: number): number {
  return round((greasy * yieldPercent) / 100, 1);
}
