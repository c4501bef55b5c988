import type { PageChecks } from './check-nodes.ts';
import type { LessonComponent, LessonElement, PropRule } from './components/component.ts';
import { COMPONENTS } from './components/index.ts';
import { type LessonAttribute, type LessonNode, placeOf } from './parse-mdx.ts';
import type { ProblemCode } from './problem-messages.ts';
import { lessonProblem } from './problems.ts';

/** Reads a JSX node into props and parts. Says nothing about what is wrong with it. */
export function readElement(node: LessonNode): LessonElement {
  const props: Record<string, string> = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name !== undefined && (value === null || value === undefined)) props[name] = 'true';
    else if (name !== undefined && typeof value === 'string') props[name] = value.trim();
  }
  const parts = (node.children ?? []).filter((child) => COMPONENTS.get(child.name ?? '')?.stands === 'part').map(readElement);
  return { props, node, parts };
}

/** Checks each prop of `node` against the component's schema. */
export function checkProps(component: LessonComponent, node: LessonNode, page: PageChecks): void {
  const tag = `<${component.name}>`;
  const written = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const complain = (code: ProblemCode, a: string, b = '') =>
      page.problems.push(lessonProblem(page.file, placeOf(attribute.position ? attribute : node), code, a, b));
    const name = attribute.name ?? '';
    const rule = Object.hasOwn(component.props, name) ? component.props[name] : undefined;
    if (attribute.type === 'mdxJsxExpressionAttribute') complain('spread', tag);
    else if (!rule) complain('unknown-prop', tag, name);
    else if (written.has(name)) complain('duplicate-prop', tag, name);
    else if (typeof attribute.value === 'object' && attribute.value !== null) complain('expression', tag);
    else checkValue(rule, attribute, page, tag, complain);
    written.add(name);
  }
  for (const [name, rule] of Object.entries(component.props)) {
    if (rule.missing && !written.has(name)) page.problems.push(lessonProblem(page.file, placeOf(node), rule.missing, tag, name));
    if (rule.wanted && isLeftOut(node, name))
      page.warnings.push({ ...lessonProblem(page.file, placeOf(node), rule.wanted, tag, name), isWarning: true });
  }
}

function isLeftOut(node: LessonNode, name: string): boolean {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value ?? '';
  return typeof value === 'string' && value.trim() === '';
}

function checkValue(
  rule: PropRule,
  attribute: LessonAttribute,
  page: PageChecks,
  tag: string,
  complain: (code: ProblemCode, a: string, b?: string) => void,
): void {
  const name = attribute.name ?? '';
  const value = typeof attribute.value === 'string' ? attribute.value.trim() : '';
  if (rule.holds === 'flag') {
    if (typeof attribute.value === 'string') complain('not-a-flag', tag, name);
    return;
  }
  if (value === '') {
    if (rule.missing) complain(rule.missing, tag, name);
    return;
  }
  switch (rule.holds) {
    case 'id':
      if (!isId(value)) complain('not-an-id', tag, value);
      break;
    case 'number':
      if (!/^-?\d{1,12}(\.\d{1,9})?$/.test(value)) complain('not-a-number', tag, name);
      break;
    case 'true-or-false':
      if (value !== 'true' && value !== 'false') complain('not-true-or-false', tag, name);
      break;
    case 'objective':
      if (page.objectives && !page.objectives.has(value)) complain('unknown-objective', value);
      break;
    case 'picture':
    case 'sound':
    case 'video':
    case 'captions':
      // With a colon, a slash in front or a backslash it was meant as an address, and those are not for files of the lesson.
      if (/^\/|[:\\]/.test(value)) complain('unsafe-url', value);
      else if (page.media.get(value)?.kind !== rule.holds) complain(`${rule.holds}-missing`, value);
      break;
    case 'text':
      break;
  }
}

/** Kebab-case, starting with a letter, 40 characters at most. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && text.length <= 40;
}
