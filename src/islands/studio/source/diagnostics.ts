import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Language, LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';

/** Each problem under the word where it is. A place that is gone meanwhile moves to the end of its line or of the text. */
export function diagnosticsOf(doc: Text, problems: LessonProblem[], language: Language): Diagnostic[] {
  return problems.map((problem) => {
    const line = doc.line(Math.max(1, Math.min(problem.line, doc.lines)));
    const from = Math.min(line.from + Math.max(0, problem.column - 1), line.to);
    const word = /^(?:<?[\w-]+|.)?/u.exec(line.text.slice(from - line.from))?.[0] ?? '';
    const severity = problem.isWarning ? 'warning' : 'error';
    return { from, to: Math.min(from + Math.max(1, word.length), line.to), severity, message: problem.message[language] };
  });
}

export function showProblems(editor: EditorView, diagnostics: Diagnostic[]): void {
  editor.dispatch(setDiagnostics(editor.state, diagnostics));
}
