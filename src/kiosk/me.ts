import type { Language, TopicName } from '../lesson-mdx/checked-lesson.ts';

/** The answer of `GET /api/me`. */
export interface Me {
  kiosk: { name: string; baseId: string } | null;
  learner: {
    place: { lessonId: string; step: number; title: Record<Language, string> } | null;
    lessons: Record<string, { place: number; completedAt: string | null }>;
    topics: Record<TopicName, { level: string; done: number; of: number }>;
    enrolled: string[];
    required: string[];
  } | null;
}

/** What is personal on this page; null when the server cannot be reached. */
export async function askMe(): Promise<Me | null> {
  try {
    const response = await fetch('/api/me/', { cache: 'no-store' });
    return response.ok ? ((await response.json()) as Me) : null;
  } catch {
    return null;
  }
}
