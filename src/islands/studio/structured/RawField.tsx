import { useId } from 'react';
import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Desk } from '../desk.ts';
import { rereadBlock, rewrite } from '../text/row-edits.ts';

interface Props {
  desk: Desk;
  language: Language;
  block: Block;
  label: string;
}

/** What the editor does not know, or what is not finished: shown as it is written, and left so until somebody writes in it. */
export function RawField({ desk, language, block, label }: Props) {
  const id = useId();
  const view = viewBlock(block);
  const isBroken = view.kind === 'unknown' && view.isBroken;
  return (
    <div className="field raw">
      <label htmlFor={id}>
        {label} · {desk.words.languages[language]}
      </label>
      <small>{isBroken ? desk.words.brokenHint : desk.words.unknownHint}</small>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        value={block.source}
        onChange={(event) => desk.act((text) => rewrite(text, language, block.key, () => event.target.value), `${block.key} raw`)}
        onBlur={() => desk.act((text) => rereadBlock(text, language, block.key, desk.newKey), null)}
      />
    </div>
  );
}
