import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { PlacedProblem } from './place-problem.ts';

interface Props {
  words: StudioWords;
  problems: PlacedProblem[];
  isOld: boolean;
  onGo(problem: PlacedProblem): void;
}

/** What has to be mended before the lesson can be published, what would be better, then what a template still wants written; each a click from its place. */
export function ProblemList({ words, problems, isOld, onGo }: Props) {
  const warnings = problems.filter(({ problem }) => problem.isWarning).length;
  const hints = problems.filter(isStillToWrite);
  const faults = problems.length - warnings - hints.length;
  return (
    <details className={`problems ${faults + hints.length > 0 ? 'some' : 'none'}`}>
      <summary>
        {faults + hints.length > 0 ? '✗' : '✓'} {(faults > 0 || hints.length === 0) && words.problems(faults)}
        {faults > 0 && hints.length > 0 && ' · '}
        {hints.length > 0 && words.hints(hints.length)}
        {warnings > 0 && ` · ${words.warnings(warnings)}`}
      </summary>
      {isOld && <p className="soft">{words.problemsOld}</p>}
      {problems.length > 0 && <p className="soft">{words.problemsHint}</p>}
      {hints.length > 0 && <p className="soft">{words.hintsHint}</p>}
      <ul>
        {[...problems.filter((placed) => !isStillToWrite(placed)), ...hints].map((placed) => (
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

/** What a template still wants written: much of it at first, and no mistake of anybody's. */
function isStillToWrite({ problem }: PlacedProblem): boolean {
  return problem.code === 'still-a-hint';
}
