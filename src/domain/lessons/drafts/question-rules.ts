import { parse } from 'yaml';
import type { Language } from '../../../lesson-mdx/checked-lesson.ts';
import type { FileQuestion } from '../../../lesson-mdx/question-files/file-question.ts';
import { questionMdx } from '../../../lesson-mdx/question-files/write-mdx.ts';
import type { DraftFiles } from './draft.ts';

/**
 * A draft with questions at the end of one language. An id is the question's name where that is free in this language, so that the other
 * language's file of the same questions meets it; the objective is the file's where the lesson has it, else the lesson's first.
 */
export function withQuestions(files: DraftFiles, language: Language, questions: readonly FileQuestion[]): DraftFiles {
  const source = files[language];
  const taken = new Set(Array.from(source.matchAll(/\sid="([^"]*)"/g), ([, id = '']) => id));
  const objectives = objectiveIds(files.metadata);
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const written = questions.map((question) => {
    const id = freeQuestionId(question.name, taken);
    taken.add(id);
    const objective = objectives.includes(question.objective) ? question.objective : (objectives[0] ?? '');
    return questionMdx(question, { id, objective, language }).replaceAll('\n', end);
  });
  const before = source.replace(/\s+$/, '');
  return { ...files, [language]: `${before}${before === '' ? '' : end + end}${written.join(end + end)}${end}` };
}

function freeQuestionId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  if (plain !== '' && !taken.has(plain)) return plain;
  for (let number = 1; ; number++) {
    const id = `${plain === '' ? 'q' : `${plain}-`}${number}`;
    if (!taken.has(id)) return id;
  }
}

function objectiveIds(metadata: string): string[] {
  try {
    const about = parse(metadata) as { objectives?: unknown } | null;
    const objectives = Array.isArray(about?.objectives) ? about.objectives : [];
    return objectives.flatMap((objective: { id?: unknown } | null) => (typeof objective?.id === 'string' ? [objective.id] : []));
  } catch {
    return [];
  }
}
