import { type DragEvent, type KeyboardEvent, memo, useState } from 'react';
import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { removeBlock } from '../../../lesson-mdx/blocks/change-blocks.ts';
import { type BlockView, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { Desk } from '../desk.ts';
import { NarrationField } from '../media/NarrationField.tsx';
import { addRow, copyAcross, duplicateRow, moveRow, other, type RowKeys, removeRow } from '../text/row-edits.ts';
import { rowKeys } from '../text/row-keys.ts';
import { withBlocks } from '../text/studio-text.ts';
import { AddMenu } from './AddMenu.tsx';
import { ElementForm } from './ElementForm.tsx';
import { FlowFields, LineField } from './FlowFields.tsx';
import { RawField } from './RawField.tsx';

interface Props {
  desk: Desk;
  zh: Block | null;
  en: Block | null;
  /** Which question of the lesson it is, 0 for none. */
  question: number;
  /** The screen of the kiosk that the block begins in each language; null when it begins none. */
  zhScreen: number | null;
  enScreen: number | null;
  isFirst: boolean;
  isLast: boolean;
}

const DRAGGED = 'application/x-furrow-row';

/** One block of the lesson, both languages side by side. Drawn again only when its own text changes. */
export const RowCard = memo(function RowCard({ desk, zh, en, question, zhScreen, enScreen, isFirst, isLast }: Props) {
  const { words } = desk;
  const [dropAt, setDropAt] = useState<'before' | 'after' | null>(null);
  const row: RowKeys = { zh: zh?.key ?? null, en: en?.key ?? null };
  const lead: Language = zh ? 'zh' : 'en';
  const block = zh ?? en;
  if (!block) return null;
  const view = viewBlock(block);
  const kind = kindOf(view, isFirst);
  const name = [question > 0 ? words.question(question) : '', words.kinds[kind] ?? kind].filter(Boolean).join(' · ');
  const key = block.key;

  const move = (step: -1 | 1) => {
    desk.act((text) => {
      const rows = rowKeys(text);
      const at = rows.findIndex((each) => each.zh === row.zh && each.en === row.en);
      const target = rows[at + step];
      return target ? moveRow(text, row, target, step < 0 ? 'before' : 'after') : text;
    }, null);
    desk.say(words.moved(name));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${key}"] [data-move="${step}"]`)?.focus());
  };
  const remove = () => {
    const rows = rowKeys(desk.text());
    const at = rows.findIndex((each) => each.zh === row.zh && each.en === row.en);
    const next = rows[at + 1] ?? rows[at - 1];
    desk.act((text) => removeRow(text, row), null);
    desk.say(words.removed(name));
    desk.focus(next?.zh ?? next?.en ?? null);
  };
  const add = (what: string) => {
    const added = { key: null as string | null };
    desk.act((text) => {
      const made = addRow(text, row, what, desk.newKey);
      added.key = made.row.zh;
      return made.text;
    }, null);
    desk.focus(added.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(DRAGGED, key);
    event.dataTransfer.setData(`${DRAGGED}-name`, name);
    const card = event.currentTarget.closest('article');
    if (card) event.dataTransfer.setDragImage(card, 20, 20);
  };
  const onDragOver = (event: DragEvent) => {
    const { types } = event.dataTransfer;
    if (types.includes(DRAGGED)) setDropAt(sideOf(event));
    else if (!types.includes('Files')) return;
    event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    setDropAt(null);
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      desk.bring([...event.dataTransfer.files], row);
      return;
    }
    const dragged = event.dataTransfer.getData(DRAGGED);
    if (dragged === '') return;
    event.preventDefault();
    const side = sideOf(event);
    desk.act((text) => {
      const moved = rowKeys(text).find((each) => (each.zh ?? each.en) === dragged);
      return moved && dragged !== key ? moveRow(text, moved, row, side) : text;
    }, null);
    if (dragged !== key) desk.say(words.moved(event.dataTransfer.getData(`${DRAGGED}-name`)));
  };

  return (
    <li
      className={`row kind-${kind.toLowerCase()}`}
      data-row={key}
      data-block={en?.key}
      data-drop={dropAt}
      onKeyDown={onKeyDown}
      onDragOver={onDragOver}
      onDragLeave={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget as Node | null) || setDropAt(null)}
      onDrop={onDrop}
    >
      <article className="block" aria-label={name}>
        <header>
          <span className="grip" draggable title={words.drag} onDragStart={onDragStart} aria-hidden="true">
            ⠿
          </span>
          <h2>{name}</h2>
          {(!zh || !en) && <span className="mark">{words.missingShort[zh ? 'en' : 'zh']}</span>}
          <div className="tools" role="toolbar" aria-label={words.actionsOf(name)}>
            <button type="button" className="quiet small" data-move="-1" disabled={isFirst} onClick={() => move(-1)}>
              ↑<span className="unseen">{words.up}</span>
            </button>
            <button type="button" className="quiet small" data-move="1" disabled={isLast} onClick={() => move(1)}>
              ↓<span className="unseen">{words.down}</span>
            </button>
            <button type="button" className="quiet small" onClick={() => desk.act((text) => duplicateRow(text, row, desk.newKey), null)}>
              {words.duplicate}
            </button>
            <button type="button" className="quiet small" onClick={remove}>
              {words.remove}
            </button>
          </div>
        </header>
        <Body desk={desk} row={row} blocks={{ zh, en }} lead={lead} view={view} name={name} onAdd={add} />
        <Voices desk={desk} screens={{ zh: zhScreen, en: enScreen }} name={name} />
      </article>
      <AddMenu words={words} label={words.add} onAdd={add} />
    </li>
  );
});

/** On which side of a block the pointer is: there a dragged one goes. */
function sideOf({ currentTarget, clientY }: DragEvent): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}

/** What is read aloud on the screen that begins here. */
function Voices({ desk, screens, name }: { desk: Desk; screens: Record<Language, number | null>; name: string }) {
  if (screens.zh === null && screens.en === null) return null;
  return (
    <div className="columns voices">
      {(['zh', 'en'] as const).map((language) => (
        <div className="column" key={language}>
          {screens[language] !== null && <NarrationField {...{ desk, language }} screen={screens[language]} label={name} />}
        </div>
      ))}
    </div>
  );
}

interface BodyProps {
  desk: Desk;
  row: RowKeys;
  blocks: Record<Language, Block | null>;
  lead: Language;
  view: BlockView;
  name: string;
  onAdd(kind: string): void;
}

function Body({ desk, row, blocks, lead, view, name, onAdd }: BodyProps) {
  const form =
    view.kind === 'component' ? (
      <ElementForm desk={desk} row={row} blocks={blocks} lead={lead} name={view.element.name} />
    ) : (
      <div className="columns">
        {(['zh', 'en'] as const).map((language) => (
          <div className="column" data-language={language} key={language}>
            <PlainField desk={desk} row={row} language={language} blocks={blocks} name={name} onAdd={onAdd} />
          </div>
        ))}
      </div>
    );
  const lacking = blocks.zh ? (blocks.en ? null : 'en') : 'zh';
  return (
    <>
      {form}
      {lacking && (
        <p className="lacking">
          {desk.words.missing[lacking]}{' '}
          <button
            type="button"
            className="quiet small"
            onClick={() => desk.act((text) => copyAcross(text, other(lacking), row, row, desk.newKey), null)}
          >
            {desk.words.copyAcross[lacking]}
          </button>
        </p>
      )}
    </>
  );
}

type PlainProps = Omit<BodyProps, 'view' | 'lead'> & { language: Language };

function PlainField({ desk, row, language, blocks, name, onAdd }: PlainProps) {
  const block = blocks[language];
  const counterpart = blocks[other(language)];
  if (!block) return null;
  const view = viewBlock(block);
  const props = { desk, row, language, block, counterpart, place: {}, label: name };
  if (view.kind === 'unknown' || view.kind === 'component') return <RawField desk={desk} language={language} block={block} label={name} />;
  if (view.kind === 'list') return <FlowFields {...props} />;
  const erase = () => desk.act((text) => withoutBlock(text, language, block.key), null);
  return <LineField {...props} onEnter={() => onAdd('text')} onErase={view.kind === 'text' ? erase : undefined} />;
}

function withoutBlock(text: ReturnType<Desk['text']>, language: Language, key: string) {
  const index = text[language].blocks.blocks.findIndex((block) => block.key === key);
  return index < 0 ? text : withBlocks(text, language, removeBlock(text[language].blocks, index));
}

function kindOf(view: BlockView, isFirst: boolean): string {
  if (view.kind === 'heading') return view.depth === 1 && isFirst ? 'title' : view.depth <= 2 ? 'heading' : 'subheading';
  if (view.kind === 'unknown') return view.isBroken ? 'broken' : 'unknown';
  return view.kind === 'component' && COMPONENTS.has(view.element.name) ? view.element.name : view.kind;
}
