import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftFiles, OtherDraft } from '../../../domain/lessons/drafts/draft.ts';
import { formatDateTime } from '../../../i18n/languages.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { plainText } from '../../../lesson-mdx/blocks/inline-runs.ts';
import { isSame, type MergeRow, mergedText, mergeRows } from '../../../lesson-mdx/blocks/merge-blocks.ts';
import { mergedSettings, mergeSettingRows } from '../../../lesson-mdx/blocks/merge-settings.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';

interface Props {
  words: StudioWords;
  language: Language;
  base: DraftFiles;
  mine: DraftFiles;
  theirs: OtherDraft;
  onDecided(files: DraftFiles): void;
}

type Part = keyof DraftFiles;
const PARTS: readonly Part[] = ['zh', 'en', 'metadata'];

/** Both versions side by side; where they differ a person chooses. What only one of them changed is chosen already and can be changed. */
export function Conflict({ words, language, base, mine, theirs, onDecided }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useMemo(() => rowsOf(base, mine, theirs.files), [base, mine, theirs.files]);
  const [rows, setRows] = useState(first);
  useEffect(() => setRows(first), [first]);
  useEffect(() => heading.current?.focus(), []);
  const undecided = PARTS.flatMap((part) => rows[part]).filter((row) => row.choice === null).length;
  const choose = (part: Part, at: number, choice: 'mine' | 'theirs') =>
    setRows((so) => ({ ...so, [part]: so[part].map((row, index) => (index === at ? { ...row, choice } : row)) }));
  const done = () =>
    onDecided({
      zh: mergedText(rows.zh, mine.zh),
      en: mergedText(rows.en, mine.en),
      metadata: mergedSettings(rows.metadata),
    });

  return (
    <section className="conflict card" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        {words.conflict.heading}
      </h2>
      <p>{words.conflict.text(theirs.by ?? words.conflict.somebody, theirs.at ? formatDateTime(theirs.at, language) : '')}</p>
      <div className="actions">
        <button type="button" className="quiet" onClick={() => onDecided(mine)}>
          {words.conflict.keepMine}
        </button>
        <button type="button" className="quiet" onClick={() => onDecided(theirs.files)}>
          {words.conflict.keepTheirs}
        </button>
      </div>
      {PARTS.map((part) =>
        rows[part].map((row, at) =>
          isSame(row) ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a difference is its place in the text
            <fieldset key={`${part} ${at}`} className="difference">
              <legend>{words.conflict.file[part]}</legend>
              <div className="columns">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} className="version">
                    <span className="tick">
                      <input type="radio" name={`${part} ${at}`} checked={row.choice === side} onChange={() => choose(part, at, side)} />
                      {words.conflict[side]}
                    </span>
                    <span className="words">{shown(row[side], part) || words.conflict.nothing}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ),
        ),
      )}
      <div className="actions">
        <button type="button" disabled={undecided > 0} onClick={done}>
          {undecided > 0 ? words.conflict.undecided(undecided) : words.conflict.done}
        </button>
      </div>
    </section>
  );
}

function rowsOf(base: DraftFiles, mine: DraftFiles, theirs: DraftFiles): Record<Part, MergeRow[]> {
  let last = 0;
  const newKey = () => String(++last);
  const rows = (part: Part) => mergeRows(base[part], mine[part], theirs[part], newKey);
  return { zh: rows('zh'), en: rows('en'), metadata: mergeSettingRows(base.metadata, mine.metadata, theirs.metadata) };
}

/** The words of a block; of a component its tags too, for what is chosen may be there. */
function shown(sources: string[], part: Part): string {
  if (part === 'metadata') return sources.join('\n');
  return sources.map((source) => (source.startsWith('<') ? source : plainText(source.replace(/^#+\s*/, '')))).join('\n');
}
