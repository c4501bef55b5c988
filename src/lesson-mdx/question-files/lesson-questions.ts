import { isElement } from '../check-nodes.ts';
import { COMPONENTS } from '../components/index.ts';
import { readElement } from '../elements.ts';
import { type LessonNode, parseMdx, placeOf } from '../parse-mdx.ts';
import { unravel } from '../unravel.ts';
import type { FileQuestion, ReadQuestions } from './file-question.ts';

/** The questions written in a lesson's text; kinds that question files do not know, and a text that cannot be read, are named. */
export function lessonQuestions(source: string): ReadQuestions {
  const read: ReadQuestions = { questions: [], unread: [] };
  const parsed = parseMdx('', source.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return { questions: [], unread: [{ line: parsed.problem.line, text: '', reason: 'not-closed' }] };
  unravel(parsed.root);
  for (const node of parsed.root.children ?? []) {
    if (!isElement(node) || COMPONENTS.get(node.name ?? '')?.stands !== 'question') continue;
    const { line } = placeOf(node);
    const question = questionOf(node);
    if (question) read.questions.push({ ...question, line });
    else read.unread.push({ line, text: `<${node.name}>`, reason: 'not-for-this-file' });
  }
  return read;
}

function questionOf(node: LessonNode): FileQuestion | null {
  const { props, parts } = readElement(node);
  const said = (name: string) => (props[name] ?? '').replace(/\s+/g, ' ').trim();
  const about = { name: said('id'), objective: said('objective'), prompt: said('prompt') };
  switch (node.name) {
    case 'TrueFalse': {
      const { feedbackTrue, feedbackFalse } = { feedbackTrue: said('feedbackTrue'), feedbackFalse: said('feedbackFalse') };
      return { ...about, kind: 'true-false', answer: said('answer') === 'true', feedbackTrue, feedbackFalse };
    }
    case 'NumberAnswer': {
      const tolerance = said('tolerance') || '0';
      const feedback = { feedbackRight: said('feedbackRight'), feedbackWrong: said('feedbackWrong') };
      return { ...about, kind: 'number', answer: said('answer'), tolerance, unit: said('unit'), ...feedback };
    }
    case 'SingleChoice':
    case 'MultipleChoice': {
      const choices = parts.map((part) => ({
        text: words(part.node).replace(/\s+/g, ' ').trim(),
        isRight: part.props.right !== undefined,
        feedback: (part.props.feedback ?? '').replace(/\s+/g, ' ').trim(),
      }));
      return { ...about, kind: node.name === 'SingleChoice' ? 'single-choice' : 'multiple-choice', choices };
    }
    case 'Matching': {
      const pairs = parts.map((part) => ({
        left: (part.props.left ?? '').replace(/\s+/g, ' ').trim(),
        right: words(part.node).replace(/\s+/g, ' ').trim(),
      }));
      return { ...about, kind: 'matching', pairs, feedbackRight: said('feedbackRight'), feedbackWrong: said('feedbackWrong') };
    }
    default:
      return null;
  }
}

function words(node: LessonNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return ' ';
  if (isElement(node) && node.name === 'Term') return readElement(node).props.word ?? '';
  return (node.children ?? []).map(words).join('');
}
