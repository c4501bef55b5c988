import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { isShared } from '../../../lesson-mdx/blocks/copy-structure.ts';
import { elementAt } from '../../../lesson-mdx/blocks/field-places.ts';
import { viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { PropRule } from '../../../lesson-mdx/components/component.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { Desk } from '../desk.ts';
import { type RowKeys, rewriteShared } from '../text/row-edits.ts';
import { FlowFields } from './FlowFields.tsx';
import { Parts } from './Parts.tsx';
import { SharedField, WordsField } from './PropFields.tsx';

export interface FormProps {
  desk: Desk;
  row: RowKeys;
  blocks: Record<Language, Block | null>;
  /** The language whose settings lead. */
  lead: Language;
  name: string;
  part?: number | undefined;
}

const LANGUAGES = ['zh', 'en'] as const;

/** A component as a form: what both languages share once, what they say side by side, then its parts. Made from the component's own list of props. */
export function ElementForm(props: FormProps) {
  const { desk, row, blocks, lead, name, part } = props;
  const component = COMPONENTS.get(name);
  const leading = blocks[lead];
  if (!component || !leading) return null;
  const all = Object.entries(component.props);
  const shared = all.filter(([prop, rule]) => isShared(name, prop) && rule.holds !== 'flag' && !isGivenName(prop, rule));
  return (
    <>
      {shared.length > 0 && (
        <div className="shared">
          {shared.map(([prop, rule]) => (
            <SharedField key={prop} desk={desk} row={row} lead={lead} block={leading} part={part} name={prop} rule={rule} />
          ))}
        </div>
      )}
      {part === undefined && <Differences {...props} />}
      <div className="columns">
        {LANGUAGES.map((language) => (
          <Column key={language} {...props} language={language} />
        ))}
      </div>
      {typeof component.holds === 'object' && 'parts' in component.holds && (
        <Parts
          {...{ desk, row, blocks, lead, name }}
          kind={component.holds.parts}
          part={(kind, index) => <ElementForm {...props} name={kind} part={index} />}
        />
      )}
    </>
  );
}

function Column({ desk, row, blocks, name, part, language }: FormProps & { language: Language }) {
  const component = COMPONENTS.get(name);
  const block = blocks[language];
  if (!component || !block || !elementAt(viewBlock(block), part)) return <div className="column" />;
  const counterpart = blocks[language === 'zh' ? 'en' : 'zh'];
  const { words } = desk;
  const texts = Object.entries(component.props).filter(([prop, rule]) => !isShared(name, prop) && rule.holds !== 'flag');
  const { holds } = component;
  const hasInside = holds === 'text' || holds === 'blocks' || (typeof holds === 'object' && 'markdown' in holds);
  return (
    <div className="column" data-language={language}>
      {hasInside && name !== 'Step' && (
        <FlowFields {...{ desk, row, language, block, counterpart }} place={{ part }} label={words.kinds[name] ?? name} />
      )}
      {texts.map(([prop, rule]) => (
        <WordsField
          key={prop}
          {...{ desk, language, block, counterpart, part, name: prop }}
          label={labelOf(name, prop, words)}
          rule={rule}
        />
      ))}
      {hasInside && name === 'Step' && (
        <FlowFields {...{ desk, row, language, block, counterpart }} place={{ part }} label={words.props.inner ?? ''} />
      )}
    </div>
  );
}

/** Ids, files and answers that are not the same in both languages: one click takes one side. */
function Differences({ desk, row, blocks, name }: FormProps) {
  const { zh, en } = blocks;
  if (!zh || !en) return null;
  const [one, other] = [viewBlock(zh), viewBlock(en)];
  if (one.kind !== 'component' || other.kind !== 'component' || one.element.parts.length !== other.element.parts.length) return null;
  const places = [undefined, ...one.element.parts.map((_, index) => index)];
  const isDifferent = places.some((part) => {
    const each = part === undefined ? name : (one.element.parts[part]?.name ?? '');
    const names = Object.keys(COMPONENTS.get(each)?.props ?? {}).filter((prop) => isShared(each, prop));
    return names.some((prop) => elementAt(one, part)?.props[prop]?.value !== elementAt(other, part)?.props[prop]?.value);
  });
  if (!isDifferent) return null;
  return (
    <p className="notice alert">
      {desk.words.differs}{' '}
      {LANGUAGES.map((lead) => (
        <button
          key={lead}
          type="button"
          className="quiet small"
          onClick={() => desk.act((text) => rewriteShared(text, row, lead, (source) => source), null)}
        >
          {desk.words.takeFrom[lead]}
        </button>
      ))}
    </p>
  );
}

/** An id is made by the editor and never needs to be seen. */
function isGivenName(_prop: string, rule: PropRule): boolean {
  return rule.holds === 'id';
}

function labelOf(component: string, prop: string, words: Desk['words']): string {
  if (component === 'Step' && prop === 'title') return words.stepTitle;
  return words.props[prop] ?? prop;
}
