import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { freeId, freeLetter, newBlock, newPart } from '../../../lesson-mdx/blocks/new-block.ts';
import type { PropRule } from '../../../lesson-mdx/components/component.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { LessonThings } from '../desk.ts';
import { FILE_KINDS, isFileKind } from '../media/kinds.ts';

/** Where a snippet lets the cursor stop. */
const HOLE = '$\u007b}';

/** Offers components, their props and what these may hold, from the list of components itself. */
export function completionIn(things: () => LessonThings, words: StudioWords): Extension {
  return autocompletion({ override: [(context) => complete(context, things(), words)], icons: false });
}

/** What is offered where the cursor stands; null for nothing. */
export function complete(
  context: Pick<CompletionContext, 'state' | 'pos'>,
  things: LessonThings,
  words: StudioWords,
): CompletionResult | null {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 4000), context.pos);
  const component = /<(\w*)$/.exec(before);
  if (component)
    return { from: context.pos - (component[1]?.length ?? 0) - 1, options: allComponents(context.state.doc.toString(), before, words) };
  const open = /<([A-Z]\w*)((?:\s+(?:[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)?)*)\s*([\w-]*)(?:=["']([^"']*))?$/.exec(before);
  const known = COMPONENTS.get(open?.[1] ?? '');
  if (!open || !known) return null;
  const value = /([\w-]+)=["']([^"']*)$/.exec(before);
  if (value) {
    const rule = known.props[value[1] ?? ''];
    const options = rule ? valuesOf(rule, things) : [];
    return options.length > 0 ? { from: context.pos - (value[2]?.length ?? 0), options } : null;
  }
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  if (!/\s$/.test(before.slice(0, before.length - word.length))) return null;
  const written = new Set([...(open[0].match(/[\w-]+(?==)/g) ?? [])]);
  return { from: context.pos - word.length, options: propsOf(known.props, words).filter(({ label }) => !written.has(label)) };
}

function allComponents(text: string, before: string, words: StudioWords): Completion[] {
  const id = freeId(idsIn(text), 'q');
  // A further choice of the question around it, or the first.
  const letter = freeLetter(idsIn(before.slice(before.lastIndexOf('\n\n') + 1)));
  return [...COMPONENTS.values()].map(({ name, stands }) => {
    const source = stands === 'part' ? newPart(name, letter) : stands === 'in-text' ? newPart(name, '') : newBlock(name, id);
    const detail = words.kinds[name];
    // An empty pair of quotes or tags is where the cursor goes.
    return snippetCompletion(source.replace(/=""/g, `="${HOLE}"`).replace(/><\//g, `>${HOLE}</`), {
      label: `<${name}`,
      type: 'type',
      ...(detail && { detail }),
    });
  });
}

function idsIn(text: string): string[] {
  return Array.from(text.matchAll(/\bid="([^"]*)"/g), ([, id = '']) => id);
}

function propsOf(props: Record<string, PropRule>, words: StudioWords): Completion[] {
  return Object.entries(props).map(([name, rule]) => {
    const detail = words.props[name];
    const shown = { label: name, type: 'property', ...(detail && { detail }) };
    return rule.holds === 'flag' ? shown : snippetCompletion(`${name}="\${}"`, { ...shown, boost: rule.missing || rule.wanted ? 1 : 0 });
  });
}

function valuesOf(rule: PropRule, things: LessonThings): Completion[] {
  if (rule.holds === 'objective') return things.objectives.map(({ id, zh }) => ({ label: id, detail: zh }));
  if (isFileKind(rule.holds)) {
    const { names } = FILE_KINDS[rule.holds];
    return things.files.filter(([file]) => names.test(file)).map(([file]) => ({ label: file }));
  }
  return rule.holds === 'true-or-false' ? [{ label: 'true' }, { label: 'false' }] : [];
}
