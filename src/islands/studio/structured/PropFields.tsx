import { useContext, useId } from 'react';
import type { Block } from '../../../lesson-mdx/blocks/block-text.ts';
import { setProp } from '../../../lesson-mdx/blocks/edit-element.ts';
import { addToMetadata } from '../../../lesson-mdx/blocks/edit-metadata.ts';
import { elementAt } from '../../../lesson-mdx/blocks/field-places.ts';
import { freeId } from '../../../lesson-mdx/blocks/new-block.ts';
import { readBlock, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { PropRule } from '../../../lesson-mdx/components/component.ts';
import { type Desk, LessonThingsContext } from '../desk.ts';
import { isFileKind } from '../media/kinds.ts';
import { MediaField } from '../media/MediaField.tsx';
import { type RowKeys, rewrite, rewriteShared } from '../text/row-edits.ts';
import { selectHint } from './select-hint.ts';

export function propAt(block: Block, part: number | undefined, name: string): string {
  const value = elementAt(viewBlock(block), part)?.props[name]?.value;
  return typeof value === 'string' ? value : '';
}

/** The source with one prop of the element, or of one of its parts, written anew. */
export function writeProp(source: string, part: number | undefined, name: string, value: string | true | null): string {
  const element = elementAt(readBlock(source), part);
  return element ? setProp(source, element, name, value) : source;
}

interface WordsProps {
  desk: Desk;
  language: Language;
  block: Block;
  counterpart: Block | null;
  part?: number | undefined;
  name: string;
  label: string;
  rule: PropRule;
}

/** What belongs to one language: a caption, a recording, a prompt, what to say to an answer. */
export function WordsField({ desk, language, block, counterpart, part, name, label, rule }: WordsProps) {
  const id = useId();
  const hint = counterpart ? propAt(counterpart, part, name) : '';
  const change = (value: string) =>
    desk.act(
      (text) => rewrite(text, language, block.key, (source) => writeProp(source, part, name, value === '' && !rule.missing ? null : value)),
      `${block.key} ${part} ${name}`,
    );
  if (isFileKind(rule.holds))
    return (
      <MediaField
        desk={desk}
        label={`${label} · ${desk.words.languages[language]}`}
        value={propAt(block, part, name)}
        kind={rule.holds}
        onChange={change}
      />
    );
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="unseen"> · {desk.words.languages[language]}</span>
      </label>
      <textarea
        id={id}
        rows={rule.wanted ? 3 : 1}
        data-prop={name}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        value={propAt(block, part, name)}
        placeholder={hint}
        onFocus={(event) => selectHint(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && event.preventDefault()}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

interface SharedProps {
  desk: Desk;
  row: RowKeys;
  lead: Language;
  block: Block;
  part?: number | undefined;
  name: string;
  rule: PropRule;
}

/** What is the same in every language: a picture, the objective, the right answer. */
export function SharedField({ desk, row, lead, block, part, name, rule }: SharedProps) {
  const id = useId();
  const { words } = desk;
  const label = words.props[name] ?? name;
  const value = propAt(block, part, name);
  const change = (next: string) =>
    desk.act(
      (text) => rewriteShared(text, row, lead, (source) => writeProp(source, part, name, next === '' && !rule.missing ? null : next)),
      `${block.key} ${part} ${name}`,
    );
  if (isFileKind(rule.holds)) return <MediaField {...{ desk, label, value }} kind={rule.holds} onChange={change} />;
  if (rule.holds === 'objective') return <ObjectiveField desk={desk} label={label} value={value} onChange={change} />;
  if (rule.holds === 'true-or-false')
    return (
      <fieldset className="choice-of">
        <legend>{label}</legend>
        {(['true', 'false'] as const).map((answer) => (
          <label className="tick" key={answer}>
            <input type="radio" name={id} checked={value === answer} onChange={() => change(answer)} />
            {words.answers[answer]}
          </label>
        ))}
      </fieldset>
    );
  return (
    <div className="field narrow">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        inputMode={rule.holds === 'number' ? 'decimal' : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

interface ObjectiveProps {
  desk: Desk;
  label: string;
  value: string;
  onChange(id: string): void;
}

function ObjectiveField({ desk, label, value, onChange }: ObjectiveProps) {
  const id = useId();
  const { objectives } = useContext(LessonThingsContext);
  const { words, language } = desk;
  const isKnown = value === '' || objectives.some((objective) => objective.id === value);
  const choose = (chosen: string) => {
    if (chosen !== '+') return onChange(chosen);
    const made = freeId(
      objectives.map((objective) => objective.id),
      'goal-',
    );
    desk.act((text) => ({ ...text, metadata: addToMetadata(text.metadata, ['objectives'], { id: made, zh: '', en: '' }) }), null);
    onChange(made);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-objective="${made}"]`)?.focus());
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.chooseObjective}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {objectives.map((objective) => (
          <option key={objective.id} value={objective.id}>
            {objective[language] || objective.zh || objective.en || objective.id}
          </option>
        ))}
        <option value="+">{words.newObjectiveHere}</option>
      </select>
    </div>
  );
}
