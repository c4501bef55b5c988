import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isElement } from './check-nodes.ts';
import type { LessonProblem } from './checked-lesson.ts';
import { type LessonNode, parseMdx, placeOf } from './parse-mdx.ts';
import { lessonProblem } from './problems.ts';
import { isSafeUrl } from './safe-url.ts';

/** A trainer's guide is plain Markdown: no components, no pictures, links as safe as a lesson's. Says what is not. */
export function checkGuide(file: string, source: string): LessonProblem[] {
  const parsed = parseMdx(file, source);
  if (!parsed.ok) return [parsed.problem];
  const problems: LessonProblem[] = [];
  const [title] = parsed.root.children ?? [];
  if (title?.type !== 'heading' || title.depth !== 1) problems.push(lessonProblem(file, placeOf(title ?? {}), 'no-title'));
  look(parsed.root);
  return problems;

  function look(node: LessonNode): void {
    if (isElement(node)) problems.push(lessonProblem(file, placeOf(node), 'raw-tag', node.name ?? ''));
    else if (/^mdx.*Expression$/.test(node.type)) problems.push(lessonProblem(file, placeOf(node), 'expression'));
    else if (node.type === 'mdxjsEsm') problems.push(lessonProblem(file, placeOf(node), 'import-or-export'));
    else if (/^(image|imageReference|code|definition)$/.test(node.type))
      problems.push(lessonProblem(file, placeOf(node), 'unknown-markdown', node.type));
    else if (node.type === 'link' && !isSafeUrl(node.url ?? '')) problems.push(lessonProblem(file, placeOf(node), 'unsafe-url', node.url));
    for (const child of node.children ?? []) look(child);
  }
}

/** A guide's title and the HTML below it; raw HTML in it is dropped. Tables and `- [ ]` are understood. */
export function renderGuide(source: string): { title: string; html: string } {
  const root = readMarkdown(source);
  const [first, ...rest] = root.children;
  const hasTitle = first?.type === 'heading' && first.depth === 1;
  if (hasTitle) root.children = rest;
  drawBoxes(root as LessonNode);
  const writer = unified().use(remarkRehype).use(rehypeStringify);
  return { title: hasTitle ? textOf(first as LessonNode) : '', html: writer.stringify(writer.runSync(root)) };
}

/** What a trainer watches for: the list items below the heading that speaks of skills (技能). */
export function skillsIn(source: string): string[] {
  const skills: string[] = [];
  let depth = 0;
  for (const node of readMarkdown(source).children as LessonNode[]) {
    if (node.type === 'heading' && (depth === 0 || (node.depth ?? 0) <= depth))
      depth = (node.depth ?? 0) > 1 && /技能|skill/i.test(textOf(node)) ? (node.depth ?? 0) : 0;
    else if (depth > 0 && node.type === 'list') skills.push(...(node.children ?? []).map((item) => textOf(item).trim()));
  }
  return skills;
}

function readMarkdown(source: string) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(source.replace(/^\uFEFF/, ''));
}

/** A box to tick with a pen: on paper a disabled control is none, and a screen reader would meet one without a name. */
function drawBoxes(node: LessonNode & { checked?: boolean | null }): void {
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    node.checked = null;
    node.children?.[0]?.children?.unshift({ type: 'text', value: '☐ ' });
  }
  for (const child of node.children ?? []) drawBoxes(child);
}

function textOf(node: LessonNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}
