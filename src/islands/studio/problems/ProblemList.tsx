import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { PlacedProblem } from './place-problem.ts';

interface Props {
  words: StudioWords;
  problems: PlacedProblem[];
  isOld: boolean;
  onGo(problem: PlacedProblem): void;
}

/** What has to be mended before the lesson can be published, each a click from its place. */
export function ProblemList({ words, problems, isOld, onGo }: Props) {
  return (
    <details className={`problems ${problems.length > 0 ? 'some' : 'none'}`}>
      <summary>
        {problems.length > 0 ? '✗' : '✓'} {words.problems(problems.length)}
      </summary>
      {isOld && <p className="soft">{words.problemsOld}</p>}
      {problems.length > 0 && <p className="soft">{words.problemsHint}</p>}
      <ul>
        {problems.map((placed) => (
          <li key={`${placed.problem.file}:${placed.problem.line}:${placed.problem.column}:${placed.problem.code}:${placed.sentence}`}>
            <button type="button" className="quiet small" onClick={() => onGo(placed)}>
              {placed.sentence}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
