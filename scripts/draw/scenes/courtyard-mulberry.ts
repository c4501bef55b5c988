import { sheepFeedScenes } from '../courtyard-mulberry/sheep-feed.ts';
import { siteScenes } from '../courtyard-mulberry/site.ts';

export const scenes: Record<string, string> = { ...siteScenes, ...sheepFeedScenes };
