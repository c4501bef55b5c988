import type { Language } from '../checked-lesson.ts';
import { readMetadataValue, removeFromMetadata, setMetadata } from './edit-metadata.ts';

/** Files read aloud, by screen; 0 is the cover. */
export type Recordings = ReadonlyMap<number, string>;

/** The recordings lesson.yaml names for a language; none while it cannot be read. */
export function readRecordings(metadata: string, language: Language): Recordings {
  const narration = readMetadataValue(metadata)?.narration as Partial<Record<Language, Record<string, string>>> | null | undefined;
  return new Map(Object.entries(narration?.[language] ?? {}).map(([screen, file]) => [Number(screen), String(file)]));
}

/** lesson.yaml with `file` as the recording of one screen, or none. Everything else in it stays. */
export function nameRecording(metadata: string, language: Language, screen: number, file: string | null): string {
  const recordings = new Map(readRecordings(metadata, language));
  if (file === null) recordings.delete(screen);
  else recordings.set(screen, file);
  return writeRecordings(metadata, language, recordings);
}

/**
 * lesson.yaml after screens were added, moved or taken away: each recording stays with what it reads. `before` and `after` name the screens in their
 * order; a screen that has no name of `after` loses its recording, unless as many screens are left and it only got another name.
 */
export function followScreens(metadata: string, language: Language, before: readonly string[], after: readonly string[]): string {
  const recordings = readRecordings(metadata, language);
  if (recordings.size === 0 || before.join() === after.join()) return metadata;
  const taken = new Set(before.filter((name) => after.includes(name)).map((name) => after.indexOf(name)));
  const followed = new Map<number, string>();
  for (const [screen, file] of recordings) {
    const name = before[screen];
    const now = name === undefined ? screen : after.indexOf(name);
    if (now >= 0) followed.set(now, file);
    else if (before.length === after.length && !taken.has(screen)) followed.set(screen, file);
  }
  return writeRecordings(metadata, language, followed);
}

function writeRecordings(metadata: string, language: Language, recordings: Recordings): string {
  if (recordings.size > 0) {
    const inOrder = [...recordings].toSorted(([one], [other]) => one - other);
    // A number in a path would be taken for a place in a list, so the whole language is written.
    return setMetadata(metadata, ['narration', language], new Map(inOrder));
  }
  const without = removeFromMetadata(metadata, ['narration', language]);
  const left = readMetadataValue(without)?.narration;
  return left && Object.keys(left).length > 0 ? without : removeFromMetadata(without, ['narration']);
}
