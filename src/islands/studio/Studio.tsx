import type { Draft } from '../../domain/lessons/drafts/draft.ts';
import type { Language, LessonProblem } from '../../lesson-mdx/checked-lesson.ts';

interface Props {
  draft: Draft;
  problems: LessonProblem[];
  language: Language;
}

/** The lesson's texts as they are kept. */
export default function Studio({ draft, problems, language }: Props) {
  return (
    <div data-studio={draft.lesson} data-revision={draft.revision}>
      {Object.entries(draft.files).map(([part, text]) => (
        <section key={part}>
          <h2>{part === 'metadata' ? 'lesson.yaml' : `${part}.mdx`}</h2>
          <textarea aria-label={part} readOnly rows={20} cols={100} value={text} />
        </section>
      ))}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.code}`}>{problem.message[language]}</li>
        ))}
      </ul>
    </div>
  );
}
