import { useEffect, useState } from 'react';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { whoIsHere } from '../server.ts';

const EVERY_MS = 20_000;

export interface OtherWindows {
  /** Names of other trainers, each once. */
  others: string[];
  isYouElsewhere: boolean;
}

/** Who has the lesson open besides this window. */
export function usePresence(lesson: string, client: string | null, language: Language): OtherWindows {
  const [windows, setWindows] = useState<OtherWindows>({ others: [], isYouElsewhere: false });
  useEffect(() => {
    if (client === null) return;
    let isGone = false;
    const ask = async () => {
      const present = await whoIsHere(lesson, client, language);
      if (isGone || !present) return;
      setWindows({
        others: [...new Set(present.filter(({ isYou }) => !isYou).map(({ name }) => name))],
        isYouElsewhere: present.some(({ isYou, isThisWindow }) => isYou && !isThisWindow),
      });
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const leave = () => void whoIsHere(lesson, client, language, true);
    addEventListener('pagehide', leave);
    return () => {
      isGone = true;
      clearInterval(timer);
      removeEventListener('pagehide', leave);
    };
  }, [lesson, client, language]);
  return windows;
}
