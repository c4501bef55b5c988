import { parse } from 'yaml';
import { isElement } from './check-nodes.ts';
import type { Language } from './checked-lesson.ts';
import { COMPONENTS } from './components/index.ts';
import { readElement } from './elements.ts';
import { type LessonNode, parseMdx } from './parse-mdx.ts';
import { unravel } from './unravel.ts';

/** The texts a lesson is written in. */
export interface LessonTexts {
  metadata: string;
  zh: string;
  en: string;
}

/** A line a farmer reads; a title begins a screen. */
export interface TextLine {
  text: string;
  isTitle: boolean;
}

/** What a farmer reads of one language, without a mark of markup. A text that cannot be read is given as it was typed. */
export function lessonText(texts: LessonTexts, language: Language): TextLine[] {
  const source = texts[language].replace(/^\uFEFF/, '');
  const parsed = parseMdx(`${language}.mdx`, source);
  const about = aboutLines(texts.metadata, language);
  if (!parsed.ok) return [...asTyped(source), ...about];
  unravel(parsed.root);
  const lines = (parsed.root.children ?? []).flatMap((node): TextLine[] =>
    node.type === 'heading' && (node.depth ?? 0) <= 2 ? [{ text: words(node), isTitle: true }] : linesOf(node).map(plain),
  );
  return [...lines, ...about];
}

function asTyped(source: string): TextLine[] {
  return source
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(plain);
}

function plain(text: string): TextLine {
  return { text, isTitle: false };
}

/** What is learned, how long it takes and where it is from. */
function aboutLines(metadata: string, language: Language): TextLine[] {
  let about: unknown;
  try {
    about = parse(metadata);
  } catch {
    return asTyped(metadata);
  }
  if (typeof about !== 'object' || about === null) return asTyped(metadata);
  const { objectives, sources, minutes } = about as Record<string, unknown>;
  const objectiveTexts = listOf(objectives).map((objective) => String((objective as Record<string, unknown> | null)?.[language] ?? ''));
  const lines = [...objectiveTexts, ...(minutes === undefined ? [] : [`${minutes} min`]), ...listOf(sources).map(String)];
  return lines.length === 0 ? [] : [{ text: 'lesson.yaml', isTitle: true }, ...lines.map(plain)];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function linesOf(node: LessonNode): string[] {
  if (isElement(node) && !isInText(node)) return elementLines(node);
  if (['root', 'blockquote', 'list'].includes(node.type)) return (node.children ?? []).flatMap(linesOf);
  if (node.type === 'listItem') return (node.children ?? []).flatMap(linesOf).map((line) => `· ${line}`);
  const text = words(node);
  return text === '' ? [] : [text];
}

/** A choice says what stands on it, whether it is right, and what is said to whoever takes it. */
function elementLines(node: LessonNode): string[] {
  const component = COMPONENTS.get(node.name ?? '');
  const { props } = readElement(node);
  const said = Object.entries(component?.props ?? {}).flatMap(([name, rule]) => {
    const value = props[name];
    const isShown = ['text', 'number', 'true-or-false'].includes(rule.holds);
    return isShown && value ? [rule.holds === 'text' ? value : `= ${value}`] : [];
  });
  const inside = (node.children ?? []).flatMap(linesOf);
  if (component?.stands !== 'part') return [...said, ...inside];
  return [...inside.map((line) => (props.right === undefined ? `○ ${line}` : `✓ ${line}`)), ...said.map((line) => `→ ${line}`)];
}

function isInText(node: LessonNode): boolean {
  return COMPONENTS.get(node.name ?? '')?.stands === 'in-text';
}

function words(node: LessonNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return (node.value ?? '').replace(/\s*\n\s*/g, ' ');
  if (node.type === 'break') return ' ';
  if (isElement(node) && isInText(node)) {
    const { word, meaning } = readElement(node).props;
    return meaning ? `${word ?? ''}（${meaning}）` : (word ?? '');
  }
  return (node.children ?? []).map(words).join('').trim();
}
