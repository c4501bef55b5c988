import { useCallback, useRef, useState } from 'react';
import type { DraftMedia } from '../../../domain/lessons/drafts/draft.ts';
import { nameInLesson } from '../../media/name-in-lesson.ts';

export interface LessonMedia {
  media: DraftMedia;
  /** Makes a medium of the base one of the lesson's files; answers its name there. */
  take(medium: { name: string; digest: string }): string;
  /** Adds another text's files. One's own name stands. */
  join(others: DraftMedia): DraftMedia;
  /** Takes out a file that was deleted from the base. */
  drop(path: string): void;
}

/** The lesson's files. Nothing is taken out while the editor is open and the base has it, so that undo, a restored text and another trainer's text find theirs; publishing takes what is named. */
export function useLessonMedia(first: DraftMedia): LessonMedia {
  const [media, setMedia] = useState(first);
  const latest = useRef(media);
  const put = useCallback((next: DraftMedia) => {
    latest.current = next;
    setMedia(next);
    return next;
  }, []);
  const take = useCallback(
    (medium: { name: string; digest: string }) => {
      const name = nameInLesson(latest.current, medium);
      if (latest.current[name] !== medium.digest) put({ ...latest.current, [name]: medium.digest });
      return name;
    },
    [put],
  );
  const join = useCallback(
    (others: DraftMedia) => {
      const isNew = Object.keys(others).some((name) => !(name in latest.current));
      return isNew ? put({ ...others, ...latest.current }) : latest.current;
    },
    [put],
  );
  const drop = useCallback(
    (path: string) => {
      const { [path]: _gone, ...left } = latest.current;
      put(left);
    },
    [put],
  );
  return { media, take, join, drop };
}
