import { checkChildren, isElement, type PageChecks } from './check-nodes.ts';
import type { Language, LessonStep, QuestionKey } from './checked-lesson.ts';
import { COMPONENTS } from './components/index.ts';
import { readElement } from './elements.ts';
import { type LessonNode, parseMdx, placeOf } from './parse-mdx.ts';
import { FILE_START, lessonProblem, type Place } from './problems.ts';
import { questionKey } from './question-key.ts';
import { rendering } from './render.ts';
import { unravel } from './unravel.ts';

/** One language of a lesson, with the place of each question for later complaints. */
export interface LessonPage {
  title: string;
  summary: string;
  steps: LessonStep[];
  questions: { key: QuestionKey; place: Place }[];
}

/** Reads one MDX file. Problems are added to `page.problems`; null when the page cannot be used at all. */
export function readPage(source: string, language: Language, page: PageChecks): LessonPage | null {
  const parsed = parseMdx(page.file, source);
  if (!parsed.ok) {
    page.problems.push(parsed.problem);
    return null;
  }
  const before = page.problems.length;
  unravel(parsed.root);
  checkChildren(parsed.root, page);
  const [title, summary, ...rest] = parsed.root.children ?? [];
  checkOpening(title, summary, rest, page);
  const questions = readQuestions(parsed.root, page);
  if (page.isPreview) return previewPage(parsed.root.children ?? [], language, questions ?? [], page);
  if (!title || !summary || page.problems.length > before) return questions ? { title: '', summary: '', steps: [], questions } : null;
  const draw = rendering(language, page.media);
  const lessonTitle = draw.speech([title]);
  const steps = splitSteps(rest, lessonTitle, draw, page);
  return { title: lessonTitle, summary: draw.speech([summary]), steps, questions: questions ?? [] };
}

/** Drawn as far as it goes. Safe with unchecked nodes too: `rendering` writes no tag and no address that it does not know. */
function previewPage(nodes: LessonNode[], language: Language, questions: LessonPage['questions'], page: PageChecks): LessonPage {
  const draw = rendering(language, page.media);
  const title = nodes[0]?.type === 'heading' && nodes[0].depth === 1 ? nodes[0] : null;
  const second = title ? nodes[1] : nodes[0];
  const summary = second?.type === 'paragraph' ? second : null;
  const rest = nodes.filter((node) => node !== title && node !== summary);
  const lessonTitle = title ? draw.speech([title]) : '';
  return {
    title: lessonTitle,
    summary: summary ? draw.speech([summary]) : '',
    steps: splitSteps(rest, lessonTitle, draw, page),
    questions,
  };
}

function checkOpening(title: LessonNode | undefined, summary: LessonNode | undefined, rest: LessonNode[], page: PageChecks): void {
  const complain = (node: LessonNode | undefined, code: 'no-title' | 'no-summary' | 'second-title' | 'no-steps') =>
    page.problems.push(lessonProblem(page.file, node ? placeOf(node) : FILE_START, code));
  if (title?.type !== 'heading' || title.depth !== 1) complain(title, 'no-title');
  else if (summary?.type !== 'paragraph') complain(summary ?? title, 'no-summary');
  else if (rest.length === 0) complain(summary, 'no-steps');
  for (const node of rest) if (node.type === 'heading' && node.depth === 1) complain(node, 'second-title');
}

// Null when a question is too broken to be compared with the other language.
function readQuestions(root: LessonNode, page: PageChecks): LessonPage['questions'] | null {
  const questions: LessonPage['questions'] = [];
  const ids = new Set<string>();
  for (const node of root.children ?? []) {
    const question = COMPONENTS.get(node.name ?? '')?.question?.(readElement(node));
    if (!question) continue;
    if (question.id === '') return null;
    const idAttribute = node.attributes?.find((attribute) => attribute.name === 'id');
    const place = placeOf(idAttribute ?? node);
    if (ids.has(question.id)) page.problems.push(lessonProblem(page.file, place, 'duplicate-question', question.id));
    ids.add(question.id);
    questions.push({ key: questionKey(question), place: placeOf(node) });
  }
  return questions;
}

/** A step for each `##` section, and one for each question in it. */
function splitSteps(nodes: LessonNode[], lessonTitle: string, draw: ReturnType<typeof rendering>, page: PageChecks): LessonStep[] {
  const steps: LessonStep[] = [];
  let title = lessonTitle;
  let heading: LessonNode | null = null;
  let content: LessonNode[] = [];
  const flush = () => {
    if (content.length === 0) return;
    steps.push({ kind: 'content', title, html: draw.flow(content), speech: `${title}\n${draw.speech(content)}` });
    content = [];
    heading = null;
  };
  const closeSection = () => {
    flush();
    if (heading) page.problems.push(lessonProblem(page.file, placeOf(heading), 'empty-step', title));
  };
  for (const node of nodes) {
    const component = isElement(node) ? COMPONENTS.get(node.name ?? '') : undefined;
    if (node.type === 'heading' && node.depth === 2) {
      closeSection();
      title = draw.speech([node]);
      heading = node;
    } else if (component?.question) {
      flush();
      heading = null;
      const element = readElement(node);
      const questionId = component.question(element).id;
      steps.push({ kind: 'question', questionId, title, html: component.html(element, draw), speech: component.speech(element, draw) });
    } else {
      content.push(node);
    }
  }
  closeSection();
  return steps;
}
