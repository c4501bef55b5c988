import { choosing } from '../fine-wool/choosing.ts';
import { mating } from '../fine-wool/mating.ts';
import { ewesYear } from '../fine-wool/year.ts';

export const scenes: Record<string, string> = { ...choosing, ...mating, ...ewesYear };
