import { plainProblem } from '../../../i18n/studio/problems.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import { type Block, type BlockText, blockAt, offsetOfBlock } from '../../../lesson-mdx/blocks/block-text.ts';
import { metadataPathAt, type Path } from '../../../lesson-mdx/blocks/edit-metadata.ts';
import { type Span, viewBlock } from '../../../lesson-mdx/blocks/read-block.ts';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { COMPONENTS } from '../../../lesson-mdx/components/index.ts';
import type { StudioText } from '../text/studio-text.ts';

const FILES: Record<string, Language | 'metadata'> = { 'lesson.yaml': 'metadata', 'zh.mdx': 'zh', 'en.mdx': 'en' };

/** Where a problem is and what it says, for somebody who never saw markup. */
export interface PlacedProblem {
  problem: LessonProblem;
  /** The text it is in; null for a file that no text names. */
  part: Language | 'metadata' | null;
  offset: number;
  /** The block it is in, and which of its parts (a choice, a step). */
  key: string | null;
  inside: number | null;
  /** The setting of lesson.yaml it is about. */
  path: Path;
  sentence: string;
}

export function placeProblem(problem: LessonProblem, text: StudioText, screen: Language, words: StudioWords): PlacedProblem {
  const said = (where: string) => `${where}${screen === 'zh' ? '：' : ': '}${plainProblem(problem, screen)}`;
  const { part, offset } = whereIs(problem, text);
  if (part !== 'zh' && part !== 'en') {
    const where = part === 'metadata' ? words.about.heading : problem.file;
    const path = part === 'metadata' ? metadataPathAt(text.metadata, offset) : [];
    return { problem, part, offset, key: null, inside: null, path, sentence: said(where) };
  }
  const { blocks } = text[part];
  const index = blockAt(blocks, offset);
  const block = blocks.blocks[index];
  const { inside, field } = block ? fieldAt(block, offset - offsetOfBlock(blocks, index), words) : { inside: null, field: [] };
  const where = [block ? nameOf(blocks, index, words) : '', ...field, words.languages[part]].filter(Boolean).join(' · ');
  return { problem, part, offset, key: block?.key ?? null, inside, path: [], sentence: said(where) };
}

/** A problem of a picture or a film is where the lesson shows it. */
function whereIs({ file, line, column }: LessonProblem, text: StudioText): Pick<PlacedProblem, 'part' | 'offset'> {
  const own = FILES[file];
  const source = (part: Language | 'metadata') => (part === 'metadata' ? text.metadata : text[part].source);
  if (own) return { part: own, offset: offsetOf(source(own), line, column) };
  const part = (['zh', 'en', 'metadata'] as const).find((each) => source(each).includes(file)) ?? null;
  return { part, offset: part ? source(part).indexOf(file) : 0 };
}

/** The part of a block that holds the character, and how it and the field there are called: “Choice 2”, “Objective it tests”. */
function fieldAt(block: Block, offset: number, words: StudioWords): { inside: number | null; field: string[] } {
  const view = viewBlock(block);
  if (view.kind !== 'component') return { inside: null, field: [] };
  const holds = ({ start, end }: Span) => offset >= start && offset < end;
  const index = view.element.parts.findIndex(holds);
  const element = view.element.parts[index] ?? view.element;
  const part = index < 0 ? '' : `${words.kinds[element.name] ?? element.name} ${index + 1}`;
  const prop = Object.entries(element.props).find(([, span]) => holds(span))?.[0] ?? '';
  return { inside: index < 0 ? null : index, field: [part, words.props[prop] ?? ''].filter(Boolean) };
}

/** The character at a line and column, both from 1. */
export function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = source.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, source.length);
}

/** “Question 2”, “Picture 1”: the kind and the how-manieth of its kind. */
function nameOf(blocks: BlockText, index: number, words: StudioWords): string {
  const kinds = blocks.blocks.slice(0, index + 1).map((block) => {
    const view = viewBlock(block);
    if (view.kind !== 'component')
      return view.kind === 'heading' && view.depth === 1 ? 'title' : view.kind === 'unknown' && view.isBroken ? 'broken' : view.kind;
    return COMPONENTS.get(view.element.name)?.question ? 'question' : view.element.name;
  });
  const own = kinds.at(-1) ?? '';
  const number = kinds.filter((kind) => kind === own).length;
  if (own === 'question') return words.question(number);
  return own === 'title' ? (words.kinds.title ?? '') : `${words.kinds[own] ?? own} ${number}`;
}
