import { useMemo } from 'react';
import type { DraftMedia } from '../../../domain/lessons/drafts/draft.ts';
import { keepRecording } from '../../media/keep-recording.ts';
import type { Desk } from '../desk.ts';
import { addFileRow } from './add-file-row.ts';
import { askForWords } from './ask-for-words.ts';
import { blockFor } from './kinds.ts';
import { useLessonMedia } from './use-lesson-media.ts';
import { type Uploads, useUploads } from './use-uploads.ts';

type MediaDeeds = 'take' | 'send' | 'record' | 'bring';

/** The desk with everything that brings files into the lesson. */
export function useMediaDesk(
  plain: Omit<Desk, MediaDeeds>,
  first: DraftMedia,
): { desk: Desk; media: DraftMedia; join(others: DraftMedia): DraftMedia; drop(path: string): void; uploads: Uploads } {
  const { media, take, join, drop } = useLessonMedia(first);
  const uploads = useUploads(plain.base, plain.language);
  const upload = uploads.send;
  const desk = useMemo<Desk>(() => {
    const { language, words, base, act, newKey, say } = plain;
    const send: Desk['send'] = (file, then) =>
      upload(file, (medium) => {
        then(take(medium));
        say(words.media.added(medium.name));
      });
    const record: Desk['record'] = async (stem, bytes, then) => {
      const { medium, problem } = await keepRecording(base, stem, bytes, language);
      if (medium) then(take(medium));
      return problem;
    };
    const made: Desk = {
      ...plain,
      take,
      send,
      record,
      bring(files, row) {
        for (const file of files) {
          const kind = blockFor(file);
          if (kind === null) say(words.media.notForLessons(file.name));
          else
            send(file, (name) => {
              const added = { key: null as string | null };
              act((text) => {
                const { text: next, row: place } = addFileRow(text, row, kind, name, newKey);
                added.key = place.zh;
                return next;
              }, null);
              askForWords(() => document.querySelector(`[data-row="${added.key}"] .block`), made);
            });
        }
      },
    };
    return made;
  }, [plain, take, upload]);
  return { desk, media, join, drop, uploads };
}
