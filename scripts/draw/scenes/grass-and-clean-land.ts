import { grazeScenes } from '../clean-land/graze.ts';
import { manureScenes } from '../clean-land/manure.ts';
import { packageScenes } from '../clean-land/packages.ts';
import { treeScenes } from '../clean-land/trees.ts';

export const scenes: Record<string, string> = { ...grazeScenes, ...manureScenes, ...packageScenes, ...treeScenes };
