import { useEffect, useState } from 'react';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { whoIsHere } from '../server.ts';

const EVERY_MS = 20_000;

/** The names of the others who have the lesson open. */
export function usePresence(lesson: string, client: string | null, language: Language): string[] {
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    if (client === null) return;
    let isGone = false;
    const ask = async () => {
      const present = await whoIsHere(lesson, client, language);
      if (!isGone && present) setOthers([...new Set(present.filter(({ isYou }) => !isYou).map(({ name }) => name))]);
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
  return others;
}
