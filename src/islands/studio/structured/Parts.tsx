import { type ReactNode, useId } from 'react';
import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { addPart, removePart, swapParts } from '../../../lesson-mdx/blocks/edit-element.ts';
import { elementAt } from '../../../lesson-mdx/blocks/field-places.ts';
import { freeLetter, newPart } from '../../../lesson-mdx/blocks/new-block.ts';
import { type ElementView, readBlock, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { Desk } from '../desk.ts';
import { type RowKeys, rewriteBoth, rewriteShared } from '../text/row-edits.ts';
import { writeProp } from './PropFields.tsx';

interface Props {
  desk: Desk;
  row: RowKeys;
  blocks: Record<Language, Block | null>;
  lead: Language;
  /** The component, and the kind of part it holds. */
  name: string;
  kind: string;
  /** The form of one part. */
  part(name: string, index: number): ReactNode;
}

/** The choices of a question, the steps of a procedure: each with its own words in both languages. */
export function Parts({ desk, row, blocks, lead, name, kind, part: partForm }: Props) {
  const { words } = desk;
  const group = useId();
  const leading = blocks[lead];
  const element = leading ? elementAt(viewBlock(leading), undefined) : null;
  if (!element) return null;
  const partWord = words.kinds[kind] ?? kind;
  const change = (write: (source: string, view: ElementView) => string) =>
    desk.act((text) => rewriteBoth(text, row, (source) => withElement(source, write)), null);
  const hasRight = COMPONENTS.get(kind)?.props.right?.holds === 'flag';
  const isSingle = name === 'SingleChoice';

  const markRight = (index: number, isRight: boolean) =>
    desk.act(
      (text) =>
        rewriteShared(text, row, lead, (source) =>
          element.parts.reduceRight(
            (so, _, at) =>
              at === index ? writeProp(so, at, 'right', isRight ? true : null) : isSingle ? writeProp(so, at, 'right', null) : so,
            source,
          ),
        ),
      null,
    );
  const add = () => {
    const ids = element.parts.map((part) => String(part.props.id?.value ?? ''));
    change((source, view) => addPart(source, view, newPart(kind, freeLetter(ids))));
  };

  return (
    <>
      {name === 'Ordering' && <p className="soft">{words.orderIsAnswer}</p>}
      <ol className="parts">
        {element.parts.map((part, index) => {
          const label = `${partWord} ${index + 1}`;
          return (
            <li key={String(part.props.id?.value ?? index)}>
              <div className="part-head">
                <strong>{label}</strong>
                {hasRight && (
                  <label className="tick">
                    <input
                      type={isSingle ? 'radio' : 'checkbox'}
                      name={group}
                      checked={part.props.right !== undefined}
                      onChange={(event) => markRight(index, event.target.checked)}
                    />
                    {words.isRight}
                    <span className="unseen"> · {label}</span>
                  </label>
                )}
                <span className="part-tools" role="toolbar" aria-label={words.actionsOf(label)}>
                  <button
                    type="button"
                    className="quiet small"
                    disabled={index === 0}
                    onClick={() => change((s, v) => swapParts(s, v, index - 1))}
                  >
                    ↑<span className="unseen">{`${words.up} · ${label}`}</span>
                  </button>
                  <button
                    type="button"
                    className="quiet small"
                    disabled={index === element.parts.length - 1}
                    onClick={() => change((s, v) => swapParts(s, v, index))}
                  >
                    ↓<span className="unseen">{`${words.down} · ${label}`}</span>
                  </button>
                  <button type="button" className="quiet small" onClick={() => change((s, v) => removePart(s, v, index))}>
                    ✕<span className="unseen">{`${words.remove} · ${label}`}</span>
                  </button>
                </span>
              </div>
              {partForm(part.name, index)}
            </li>
          );
        })}
      </ol>
      <button type="button" className="quiet small" onClick={add}>
        ＋ {words.addPart(partWord)}
      </button>
    </>
  );
}

function withElement(source: string, write: (source: string, view: ElementView) => string): string {
  const element = elementAt(readBlock(source), undefined);
  return element ? write(source, element) : source;
}
