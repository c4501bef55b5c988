import { year } from '../mutton-sheep-year/calendar-and-cross.ts';
import { lambing } from '../mutton-sheep-year/lambing.ts';
import { vaccination } from '../mutton-sheep-year/vaccination.ts';
import { weaning } from '../mutton-sheep-year/weaning.ts';

export const scenes: Record<string, string> = { ...year, ...lambing, ...weaning, ...vaccination };
