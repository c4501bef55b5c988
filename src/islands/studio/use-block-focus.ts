import { useCallback, useEffect, useMemo, useRef } from 'react';
import { blockAt } from '../../lesson-mdx/blocks/block-text.ts';
import type { Language } from '../../lesson-mdx/checked-lesson.ts';
import { barHeight } from './bar-height.ts';
import type { PlacedProblem } from './problems/place-problem.ts';
import type { StudioText } from './text/studio-text.ts';

interface BlockFocus {
  /** Puts the cursor into the block once it is drawn. */
  (key: string | null, part?: Language): void;
  /** Into the block that holds this character. */
  at(text: StudioText, part: Language, offset: number): void;
  /** To what a problem is about, in its block or in the form about the lesson. */
  problem(placed: PlacedProblem): void;
}

interface Wanted {
  key: string;
  part: Language;
  problem?: PlacedProblem;
}

/** Where the cursor goes when blocks come, go or are shown again, and where it was last. */
export function useBlockFocus(text: StudioText, isShown: boolean) {
  const wanted = useRef<Wanted | null>(null);
  const last = useRef<string | null>(null);

  // Gone to once: whoever writes on elsewhere is not called back.
  const settle = useCallback(() => {
    if (wanted.current && moveTo(wanted.current)) wanted.current = null;
  }, []);
  const focus = useMemo(() => {
    const go: BlockFocus = (key, part = 'zh') => {
      wanted.current = key === null ? null : { key, part };
      requestAnimationFrame(settle);
    };
    go.at = (now, part, offset) => {
      const block = now[part].blocks.blocks[blockAt(now[part].blocks, offset)];
      if (block) go(block.key, part);
    };
    go.problem = (placed) => {
      if (placed.key) wanted.current = { key: placed.key, part: placed.part === 'en' ? 'en' : 'zh', problem: placed };
      if (placed.key) requestAnimationFrame(settle);
      else if (placed.part === 'metadata') openAbout(placed);
    };
    return go;
  }, [settle]);

  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      if (row) last.current = row.dataset.row ?? null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after every drawing the cursor goes where it was sent
  useEffect(settle, [text, isShown]);

  const lastBlock = () => {
    const key = last.current;
    const part = (['zh', 'en'] as const).find((language) => text[language].blocks.blocks.some((block) => block.key === key));
    return key && part ? { key, part } : null;
  };
  return { focus, lastBlock };
}

const FIELDS = ':is([contenteditable="true"], textarea, input, select)';

function moveTo(wanted: Wanted | null): boolean {
  if (!wanted) return false;
  const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    (each) => each.dataset.block === wanted.key || each.dataset.row === wanted.key,
  );
  if (!row) return false;
  const own =
    wanted.part === 'en' ? row.querySelector<HTMLElement>(`.column[data-language="en"] :is([contenteditable="true"], textarea)`) : null;
  const field = (wanted.problem && fieldOf(row, wanted.part, wanted.problem)) ?? own ?? row.querySelector<HTMLElement>(`.block ${FIELDS}`);
  show(field ?? row);
  return field !== null;
}

/** The field of a block that a problem is about; null when the block as a whole is meant. */
function fieldOf(row: HTMLElement, language: Language, { problem, inside }: PlacedProblem): HTMLElement | null {
  if (/right-answer|answers-differ|not-true-or-false/.test(problem.code))
    return row.querySelector<HTMLElement>('.part-head input, .choice-of input');
  const part = inside === null ? null : (row.querySelectorAll<HTMLElement>('.parts > li')[inside] ?? null);
  const other = language === 'zh' ? 'en' : 'zh';
  const fields = [...(part ?? row).querySelectorAll<HTMLElement>(`.block ${FIELDS}`)].filter(
    (field) => !field.closest(`.column[data-language="${other}"], .part-head, .voices, .insert`) && field.getAttribute('type') !== 'file',
  );
  const empty = /missing|empty|unknown-objective/.test(problem.code) ? fields.find(isEmpty) : undefined;
  return empty ?? (part ? (fields[0] ?? null) : null);
}

/** Opens the form about the lesson at the setting. */
function openAbout({ path, problem }: PlacedProblem): void {
  const about = document.querySelector<HTMLDetailsElement>('[data-about]');
  if (!about) return;
  about.open = true;
  const named = (length: number) => about.querySelector<HTMLElement>(`[data-setting="${path.slice(0, length).join('.')}"]`);
  const place = path.map((_, index) => named(path.length - index)).find((each) => each !== null) ?? about;
  const fields = place.matches(FIELDS) ? [place] : [...place.querySelectorAll<HTMLElement>(FIELDS)];
  const field = (/missing|without/.test(problem.code) ? fields.find(isEmpty) : undefined) ?? fields[0] ?? place.querySelector('button');
  if (field) show(field);
}

/** Puts the cursor there, in the middle of what the bar leaves free. */
function show(field: HTMLElement): void {
  document.documentElement.style.scrollPaddingTop = `${barHeight()}px`;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}

function isEmpty(field: HTMLElement): boolean {
  return 'value' in field ? field.value === '' : field.textContent?.trim() === '';
}
