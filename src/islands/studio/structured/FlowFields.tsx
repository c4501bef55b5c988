import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { addItem, type FieldPlace, removeItem, spanAt, writeAt } from '../../../lesson-mdx/blocks/field-places.ts';
import { plainText } from '../../../lesson-mdx/blocks/inline-runs.ts';
import { type BlockView, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { Desk } from '../desk.ts';
import { pasteBlocks } from '../paste/paste-blocks.ts';
import { addSources, type RowKeys, rewrite } from '../text/row-edits.ts';
import { RichLine } from './RichLine.tsx';

interface Props {
  desk: Desk;
  row: RowKeys;
  language: Language;
  block: Block;
  /** The same block in the other language, shown as a hint where nothing is written yet. */
  counterpart: Block | null;
  place: FieldPlace;
  label: string;
  onEnter?: ((isAtEnd: boolean) => void) | undefined;
  onErase?: (() => void) | undefined;
}

/** One line of text of a block. */
export function LineField({ desk, row, language, block, counterpart, place, label, onEnter, onErase }: Props) {
  const view = viewBlock(block);
  const span = spanAt(view, block.source, place);
  const source = span ? block.source.slice(span.start, span.end) : '';
  const group = `${block.key} ${JSON.stringify(place)}`;
  const paste = (data: DataTransfer) => {
    // A page brings its words along with a picture of itself; a picture alone comes with nothing else.
    if (data.files.length > 0 && data.getData('text/html') === '' && data.getData('text/plain') === '') {
      desk.bring([...data.files], row);
      return true;
    }
    const pasted = pasteBlocks(data);
    if (!pasted) return false;
    desk.act((text) => addSources(text, row, language, pasted.sources, desk.newKey), null);
    desk.say(pasted.note(desk.words));
    return true;
  };
  return (
    <RichLine
      source={source}
      label={`${label} · ${desk.words.languages[language]}`}
      language={language}
      words={desk.words}
      placeholder={hint(counterpart, place) || desk.words.writeHere}
      onChange={(text) => desk.act((so) => rewrite(so, language, block.key, (old) => writeAt(old, place, text)), group)}
      {...(onEnter && { onEnter })}
      {...(onErase && { onErase })}
      onPaste={paste}
    />
  );
}

/** Everything written inside a component that holds any text, or a list of its own. */
export function FlowFields(props: Props) {
  const { block, place } = props;
  const view = viewBlock(block);
  if (view.kind === 'list') return <ListFields {...props} view={view} />;
  const element = view.kind === 'component' ? (place.part === undefined ? view.element : view.element.parts[place.part]) : undefined;
  // An empty inside is drawn as the text it becomes with the first letter, so that the cursor stays.
  const insides: (BlockView | null)[] = element && element.flow.length > 0 ? element.flow : [null];
  return insides.map((inside, flow) => {
    const key = `${flow}`;
    if (inside === null) return <LineField {...props} key={key} />;
    const at = { ...place, flow };
    if (inside.kind === 'list') return <ListFields {...props} key={key} place={at} view={inside} />;
    if (inside.kind === 'text' || inside.kind === 'heading') return <LineField {...props} key={key} place={at} />;
    return (
      <p className="soft" key={key}>
        {props.desk.words.unknownHint}
      </p>
    );
  });
}

function ListFields({ view, ...props }: Props & { view: Extract<BlockView, { kind: 'list' }> }) {
  const { desk, language, block, place } = props;
  const write = (change: (source: string) => string) => desk.act((text) => rewrite(text, language, block.key, change), null);
  return (
    <ul className="lines">
      {view.items.map((_, item) => {
        const at = { ...place, item };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
          <li key={item}>
            <LineField
              {...props}
              place={at}
              onEnter={() => {
                write((source) => addItem(source, at));
                focusNext();
              }}
              onErase={view.items.length > 1 ? () => write((source) => removeItem(source, at)) : undefined}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The cursor goes on to the item that Enter made, once it is drawn. */
function focusNext(): void {
  const here = document.activeElement?.closest('li');
  requestAnimationFrame(() => here?.nextElementSibling?.querySelector<HTMLElement>('[contenteditable]')?.focus());
}

function hint(counterpart: Block | null, place: FieldPlace): string {
  if (!counterpart) return '';
  const span = spanAt(viewBlock(counterpart), counterpart.source, place);
  return span ? plainText(counterpart.source.slice(span.start, span.end)).slice(0, 200) : '';
}
