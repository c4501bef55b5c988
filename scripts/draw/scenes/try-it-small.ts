import { beliefScenes } from '../trying/belief.ts';
import { judgingScenes } from '../trying/judging.ts';
import { plotScenes } from '../trying/plots.ts';
import { recordScenes } from '../trying/record.ts';

export const scenes: Record<string, string> = { ...plotScenes, ...recordScenes, ...judgingScenes, ...beliefScenes };
