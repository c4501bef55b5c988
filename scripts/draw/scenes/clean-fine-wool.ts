import { knowTheFleece } from '../fine-wool/reading.ts';
import { selling } from '../fine-wool/selling.ts';
import { shearingDay } from '../fine-wool/shearing.ts';
import { sorting } from '../fine-wool/sorting.ts';

export const scenes: Record<string, string> = { ...knowTheFleece, ...shearingDay, ...sorting, ...selling };
