import { COMPONENTS } from '../components/index.ts';
import { writeProp } from './escape-text.ts';

/** What can be added that is no component. */
export type PlainKind = 'heading' | 'text' | 'list';

/** The source of a new, empty block. `id` is for what needs one. */
export function newBlock(kind: PlainKind | string, id: string, end = '\n'): string {
  if (kind === 'heading') return '## ';
  if (kind === 'text') return '';
  if (kind === 'list') return '- ';
  const component = COMPONENTS.get(kind);
  if (!component) return '';
  const tag = openingTag(kind, id);
  const { holds } = component;
  if (holds === 'nothing') return `${tag} />`;
  if (holds === 'text' || holds === 'blocks') return `${tag}></${kind}>`;
  if ('markdown' in holds) return [`${tag}>`, '', '- ', '', `</${kind}>`].join(end);
  const parts = ['a', 'b'].map((part) => `  ${newPart(holds.parts, part)}`);
  return [`${tag}>`, ...parts, `</${kind}>`].join(end);
}

/** The source of a new, empty part, as `<Choice …></Choice>`. */
export function newPart(name: string, id: string): string {
  const isEmpty = COMPONENTS.get(name)?.holds === 'nothing';
  return isEmpty ? `${openingTag(name, id)} />` : `${openingTag(name, id)}></${name}>`;
}

/** A name of the form `q1` that is not taken yet. */
export function freeId(taken: Iterable<string>, stem: string): string {
  const used = new Set(taken);
  for (let number = 1; ; number += 1) if (!used.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** a, b, … and a free one behind. */
export function freeLetter(taken: readonly string[]): string {
  const letter = [...'abcdefghijklmnopqrstuvwxyz'].find((candidate) => !taken.includes(candidate));
  return letter ?? freeId(taken, 'c');
}

function openingTag(name: string, id: string): string {
  const written = Object.entries(COMPONENTS.get(name)?.props ?? {})
    .filter(([, rule]) => (rule.missing || rule.wanted) && rule.holds !== 'flag')
    .map(([prop, rule]) => writeProp(prop, rule.holds === 'id' ? id : ''));
  return [`<${name}`, ...written].join(' ');
}
