import { readMetadataValue, setMetadata } from '../../lesson-mdx/blocks/edit-metadata.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';

/** lesson.yaml with `file` as the recording of one screen; 0 is the cover. Everything else in it stays. */
export function nameRecording(metadata: string, language: Language, screen: number, file: string): string {
  const narration = readMetadataValue(metadata)?.narration as Partial<Record<Language, Record<string, string>>> | null | undefined;
  const named = { ...narration?.[language], [screen]: file };
  // A number in a path would be taken for a place in a list, so the whole language is written.
  return setMetadata(metadata, ['narration', language], new Map(Object.entries(named).map(([key, value]) => [Number(key), value])));
}
