import { coOpScenes } from '../reckoning/co-op.ts';
import { eweScenes } from '../reckoning/ewe.ts';
import { muScenes } from '../reckoning/mu.ts';
import { spendingScenes } from '../reckoning/spending.ts';

export const scenes: Record<string, string> = { ...eweScenes, ...muScenes, ...spendingScenes, ...coOpScenes };
