import type { Language, TopicName } from '../lesson-mdx/checked-lesson.ts';
import { currentSitting } from './sitting.ts';

/** A topic as the farmer stands in it; lessons are those in scope. */
export interface TopicState {
  level: string;
  isReached: boolean;
  done: number;
  of: number;
}

/** The answer of `GET /api/me`. */
export interface Me {
  kiosk: { name: string; baseId: string } | null;
  learner: {
    place: { lessonId: string; step: number; title: Record<Language, string> } | null;
    lessons: Record<string, { place: number; completedAt: string | null }>;
    topics: Record<TopicName, TopicState>;
    enrolled: string[];
    required: string[];
    /** The topic there is a review of today. */
    review: TopicName | null;
  } | null;
}

/** What the server knows of who learns here; null when it cannot be reached, or does not know who this is. */
export async function askMe(): Promise<Me | null> {
  const sitting = currentSitting();
  // A class is nobody's.
  if (sitting?.group) return null;
  try {
    const response = await fetch('/api/me/', { cache: 'no-store', headers: withPass(), signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return null;
    const me = (await response.json()) as Me;
    if (sitting) sitting.me = me;
    return me;
  } catch {
    return null;
  }
}

/** The headers that say to the server who asks. */
export function withPass(headers: Record<string, string> = {}): Record<string, string> {
  const pass = currentSitting()?.pass;
  return pass ? { ...headers, authorization: `Bearer ${pass}` } : headers;
}

/** The key of the word for a level: begun, but no rung reached yet, is "learning". */
export function levelWord(topic: TopicState): string {
  return topic.level === 'not-started' && topic.isReached ? 'learning' : topic.level;
}
