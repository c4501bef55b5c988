import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { PlacedProblem } from './place-problem.ts';

interface Props {
  words: StudioWords;
  problems: PlacedProblem[];
  isOld: boolean;
  onGo(problem: PlacedProblem): void;
}

/** What has to be mended before the lesson can be published, then what would be better; each a click from its place. */
export function ProblemList({ words, problems, isOld, onGo }: Props) {
  const warnings = problems.filter(({ problem }) => problem.isWarning).length;
  const faults = problems.length - warnings;
  return (
    <details className={`problems ${faults > 0 ? 'some' : 'none'}`}>
      <summary>
        {faults > 0 ? '✗' : '✓'} {words.problems(faults)}
        {warnings > 0 && ` · ${words.warnings(warnings)}`}
      </summary>
      {isOld && <p className="soft">{words.problemsOld}</p>}
      {problems.length > 0 && <p className="soft">{words.problemsHint}</p>}
      <ul>
        {problems.map((placed) => (
          <li key={`${placed.problem.file}:${placed.problem.line}:${placed.problem.column}:${placed.problem.code}:${placed.sentence}`}>
            <button type="button" className="quiet small" onClick={() => onGo(placed)}>
              {placed.problem.isWarning && `${words.warning} `}
              {placed.sentence}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
