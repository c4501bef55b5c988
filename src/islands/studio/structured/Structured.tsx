import { useMemo } from 'react';
import { alignMarks, markOf } from '../../../lesson-mdx/blocks/align-blocks.ts';
import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import { screenStarts } from '../../../lesson-mdx/blocks/screens.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { Desk } from '../desk.ts';
import { addRow } from '../text/row-edits.ts';
import type { StudioText } from '../text/studio-text.ts';
import { AddMenu } from './AddMenu.tsx';
import { RowCard } from './RowCard.tsx';

/** The lesson as a column of cards, each block in both languages. */
export function Structured({ desk, text }: { desk: Desk; text: StudioText }) {
  const zh = text.zh.blocks.blocks;
  const en = text.en.blocks.blocks;
  // Typing changes words, rarely what a block is: the pairing is worked out again only then.
  const marks = JSON.stringify([zh.map(markOf), en.map(markOf)]);
  const rows = useMemo(() => {
    const [left, right]: [string[], string[]] = JSON.parse(marks);
    return alignMarks(left, right);
  }, [marks]);
  const screens = { zh: useScreens(zh), en: useScreens(en) };
  let questions = 0;
  const add = (kind: string) => {
    const added = { key: null as string | null };
    desk.act((so) => {
      const made = addRow(so, null, kind, desk.newKey);
      added.key = made.row.zh;
      return made.text;
    }, null);
    desk.focus(added.key);
  };
  return (
    <>
      <div className="column-heads" aria-hidden="true">
        <span>{desk.words.languages.zh}</span>
        <span>{desk.words.languages.en}</span>
      </div>
      {rows.length === 0 && <AddMenu words={desk.words} label={desk.words.addFirst} onAdd={add} />}
      <ol className="rows">
        {rows.map((places, index) => {
          const [left, right] = [places.zh === null ? null : (zh[places.zh] ?? null), places.en === null ? null : (en[places.en] ?? null)];
          const block = left ?? right;
          if (!block) return null;
          if (isQuestion(block)) questions += 1;
          return (
            <RowCard
              key={block.key}
              desk={desk}
              zh={left}
              en={right}
              question={isQuestion(block) ? questions : 0}
              zhScreen={left ? (screens.zh.get(left.key) ?? null) : null}
              enScreen={right ? (screens.en.get(right.key) ?? null) : null}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
            />
          );
        })}
      </ol>
    </>
  );
}

/** The screen of the kiosk that a block begins, by its key. */
function useScreens(blocks: readonly Block[]): ReadonlyMap<string, number> {
  return useMemo(() => new Map(screenStarts(blocks).map(({ key }, screen) => [key, screen])), [blocks]);
}

function isQuestion(block: Block): boolean {
  const view = viewBlock(block);
  return view.kind === 'component' && COMPONENTS.get(view.element.name)?.question !== undefined;
}
