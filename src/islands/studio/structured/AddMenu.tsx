import { useId, useRef, useState } from 'react';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';

interface Props {
  words: StudioWords;
  label: string;
  onAdd(kind: string): void;
}

const components = [...COMPONENTS.values()];
const CONTENT = ['heading', 'text', 'list', ...components.filter(({ stands }) => stands === 'alone').map(({ name }) => name)];
const QUESTIONS = components.filter(({ question }) => question !== undefined).map(({ name }) => name);

/** Everything that can be added, in plain words. */
export function AddMenu({ words, label, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const group = (heading: string, kinds: string[]) => (
    <section aria-label={heading}>
      <p>{heading}</p>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="quiet"
          onClick={() => {
            setOpen(false);
            onAdd(kind);
          }}
        >
          {words.kinds[kind] ?? kind}
          {words.kindHints[kind] && <small>{words.kindHints[kind]}</small>}
        </button>
      ))}
    </section>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches it from the buttons inside
    <div className="add" onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}>
      <button
        ref={opener}
        type="button"
        className="quiet small opener"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">＋</span> {isOpen ? words.close : label}
      </button>
      {isOpen && (
        <div id={id} className="kinds">
          {group(words.groups.content, CONTENT)}
          {group(words.groups.questions, QUESTIONS)}
        </div>
      )}
    </div>
  );
}
