import { dripScenes } from '../soil-and-labels/drip.ts';
import { labelScenes } from '../soil-and-labels/label.ts';
import { seedScenes } from '../soil-and-labels/seed.ts';
import { soilScenes } from '../soil-and-labels/soil.ts';

export const scenes: Record<string, string> = { ...soilScenes, ...dripScenes, ...labelScenes, ...seedScenes };
