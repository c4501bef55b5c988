import { useEffect, useMemo, useRef } from 'react';
import { blockAt } from '../../lesson-mdx/blocks/block-text.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import type { StudioText } from './text/studio-text.ts';

interface BlockFocus {
  /** Puts the cursor into the block once it is drawn. */
  (key: string | null, part?: Language): void;
  /** Into the block that holds this character. */
  at(text: StudioText, part: Language, offset: number): void;
  /** Opens the form about the lesson. */
  about(): void;
}

/** Where the cursor goes when blocks come, go or are shown again, and where it was last. */
export function useBlockFocus(text: StudioText, isShown: boolean) {
  const wanted = useRef<{ key: string; part: Language } | null>(null);
  const last = useRef<string | null>(null);

  const focus = useMemo(() => {
    const go: BlockFocus = (key, part = 'zh') => {
      wanted.current = key === null ? null : { key, part };
      requestAnimationFrame(() => moveTo(wanted.current));
    };
    go.at = (now, part, offset) => {
      const block = now[part].blocks.blocks[blockAt(now[part].blocks, offset)];
      if (block) go(block.key, part);
    };
    go.about = () => {
      const about = document.querySelector<HTMLDetailsElement>('[data-about]');
      if (!about) return;
      about.open = true;
      about.querySelector<HTMLElement>('input, select')?.focus();
    };
    return go;
  }, []);

  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      if (row) last.current = row.dataset.row ?? null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after every drawing the cursor goes where it was sent
  useEffect(() => {
    if (wanted.current && moveTo(wanted.current)) wanted.current = null;
  }, [text, isShown]);

  const lastBlock = () => {
    const key = last.current;
    const part = (['zh', 'en'] as const).find((language) => text[language].blocks.blocks.some((block) => block.key === key));
    return key && part ? { key, part } : null;
  };
  return { focus, lastBlock };
}

function moveTo(wanted: { key: string; part: Language } | null): boolean {
  if (!wanted) return false;
  const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    (each) => each.dataset.block === wanted.key || each.dataset.row === wanted.key,
  );
  if (!row) return false;
  const fields = '.block :is([contenteditable="true"], textarea, input, select)';
  const own =
    wanted.part === 'en' ? row.querySelector<HTMLElement>(`.column[data-language="en"] :is([contenteditable="true"], textarea)`) : null;
  const field = own ?? row.querySelector<HTMLElement>(fields);
  row.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
  return field !== null;
}
