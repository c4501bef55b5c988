import { bargainScenes } from '../neighbours/bargains.ts';
import { boundaryScenes } from '../neighbours/boundaries.ts';
import { feastScenes } from '../neighbours/feasts.ts';
import { parentScenes } from '../neighbours/parents.ts';

export const scenes: Record<string, string> = { ...parentScenes, ...boundaryScenes, ...bargainScenes, ...feastScenes };
