import { accountScenes } from '../courtyard-mulberry/accounts.ts';
import { cuttingScenes } from '../courtyard-mulberry/cutting.ts';
import { diseaseScenes } from '../courtyard-mulberry/diseases.ts';
import { sheepFeedScenes } from '../courtyard-mulberry/sheep-feed.ts';
import { silkwormScenes } from '../courtyard-mulberry/silkworms.ts';
import { siteScenes } from '../courtyard-mulberry/site.ts';
import { waterScenes } from '../courtyard-mulberry/water.ts';

export const scenes: Record<string, string> = {
  ...siteScenes,
  ...sheepFeedScenes,
  ...cuttingScenes,
  ...waterScenes,
  ...accountScenes,
  ...silkwormScenes,
  ...diseaseScenes,
};
