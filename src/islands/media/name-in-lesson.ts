import type { DraftMedia } from '../../domain/lessons/drafts/draft.ts';

/**
 * What a medium of the base is called in a lesson: the name it has there already, or its own with the beginning of its digest, so that two trainers
 * at the same lesson never give one name to two files.
 */
export function nameInLesson(media: DraftMedia, { name, digest }: { name: string; digest: string }): string {
  const known = Object.entries(media).find(([, each]) => each === digest);
  if (known) return known[0];
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${digest.slice(0, 6)}${name.slice(dot)}`;
}
