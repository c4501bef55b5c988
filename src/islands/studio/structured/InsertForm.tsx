import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { Run } from '../../../lesson-mdx/blocks/inline-runs.ts';
import { isSafeUrl } from '../../../lesson-mdx/safe-url.ts';

interface Props {
  what: 'term' | 'link';
  /** The words that were marked. */
  chosen: string;
  words: StudioWords;
  onInsert(run: Run): void;
  onCancel(): void;
}

/** Asks for what stands behind a word: its meaning, or where it leads. */
export function InsertForm({ what, chosen, words, onInsert, onCancel }: Props) {
  const id = useId();
  const [text, setText] = useState(chosen);
  const [second, setSecond] = useState('');
  const isWrong = what === 'link' && second !== '' && !isSafeUrl(second.trim());
  const isReady = text.trim() !== '' && second.trim() !== '' && !isWrong;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isReady) return;
    if (what === 'term') onInsert({ kind: 'term', word: text.trim(), meaning: second.trim() });
    else onInsert({ kind: 'link', text: text.trim(), url: second.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };

  return (
    <form className="insert" onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={`${id}-text`}>{words.word}</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was just asked for */}
      <input id={`${id}-text`} autoFocus={chosen === ''} value={text} onChange={(event) => setText(event.target.value)} />
      <label htmlFor={`${id}-second`}>{what === 'term' ? words.meaning : words.address}</label>
      <input
        id={`${id}-second`}
        // biome-ignore lint/a11y/noAutofocus: the form was just asked for
        autoFocus={chosen !== ''}
        value={second}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setSecond(event.target.value)}
      />
      {isWrong && (
        <small className="mend" id={`${id}-wrong`}>
          {words.addressWrong}
        </small>
      )}
      <div className="actions">
        <button type="submit" className="small" aria-disabled={!isReady}>
          {words.ok}
        </button>
        <button type="button" className="quiet small" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
