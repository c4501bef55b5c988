import type { Language } from '../checked-lesson.ts';
import type { FileQuestion } from './file-question.ts';

const DEFAULTS: Record<Language, { right: string; wrong: string }> = {
  zh: { right: '对。', wrong: '不对，再想想。' },
  en: { right: 'Right.', wrong: 'No, think again.' },
};

/** One question as a lesson writes it. A file that says nothing to an answer gets a plain word, for the trainer to better. */
export function questionMdx(
  question: FileQuestion,
  { id, objective, language }: { id: string; objective: string; language: Language },
): string {
  const { right, wrong } = DEFAULTS[language];
  const head = `id="${id}" objective="${objective}" prompt=${quoted(question.prompt)}`;
  switch (question.kind) {
    case 'true-false': {
      const said = (value: boolean, text: string) => quoted(text || (question.answer === value ? right : wrong));
      return `<TrueFalse ${head} answer="${question.answer}" feedbackTrue=${said(true, question.feedbackTrue)} feedbackFalse=${said(false, question.feedbackFalse)} />`;
    }
    case 'number': {
      const unit = question.unit === '' ? '' : ` unit=${quoted(question.unit)}`;
      const said = `feedbackRight=${quoted(question.feedbackRight || right)} feedbackWrong=${quoted(question.feedbackWrong || wrong)}`;
      return `<NumberAnswer ${head} answer="${question.answer}" tolerance="${question.tolerance}"${unit} ${said} />`;
    }
    case 'matching': {
      const said = `feedbackRight=${quoted(question.feedbackRight || right)} feedbackWrong=${quoted(question.feedbackWrong || wrong)}`;
      const pairs = question.pairs.map(
        (pair, index) => `  <Pair id="${String.fromCharCode(97 + index)}" left=${quoted(pair.left)}>${escaped(pair.right)}</Pair>\n`,
      );
      return `<Matching ${head} ${said}>\n${pairs.join('')}</Matching>`;
    }
    default: {
      const tag = question.kind === 'single-choice' ? 'SingleChoice' : 'MultipleChoice';
      const choices = question.choices.map(({ text, isRight, feedback }, index) => {
        const props = `id="${String.fromCharCode(97 + index)}"${isRight ? ' right' : ''} feedback=${quoted(feedback || (isRight ? right : wrong))}`;
        return `  <Choice ${props}>${escaped(text)}</Choice>\n`;
      });
      return `<${tag} ${head}>\n${choices.join('')}</${tag}>`;
    }
  }
}

function quoted(text: string): string {
  return `"${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
}

/** Plain text inside a tag: what Markdown or MDX would take for a mark stands behind a backslash. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>&|~]/g, '\\$&')
    .replace(/^([#+-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
