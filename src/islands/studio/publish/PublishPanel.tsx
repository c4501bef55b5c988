import { useEffect, useId, useRef, useState } from 'react';
import type { DraftReview } from '../../../domain/lessons/drafts/read-review.ts';
import type { StudioWords } from '../../../i18n/studio/words.ts';
import type { LessonProblem } from '../../../lesson-mdx/checked-lesson.ts';
import { askForReview, inTheMiddle, publish, reviewOf } from '../server.ts';

interface Props {
  words: StudioWords;
  lesson: string;
  revision: number;
  /** Everything on the screen is on the server. */
  isSaved: boolean;
  problems: number;
  onProblems(problems: LessonProblem[]): void;
}

type Result = { kind: 'published'; version: number } | { kind: 'asked' } | { kind: 'refused'; reason: string; version: number | null };

/** Shows the lesson to the farmers in one step, with a note, after saying whom it meets in the middle. */
export function PublishPanel({ words, lesson, revision, isSaved, problems, onProblems }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [note, setNote] = useState('');
  const [middle, setMiddle] = useState<number | null | 'unknown'>(null);
  const [review, setReview] = useState<DraftReview | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    heading.current?.focus();
    void inTheMiddle(lesson).then((learners) => setMiddle(learners ?? 'unknown'));
  }, [lesson]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, or what was just done, may have another review
  useEffect(() => {
    let isGone = false;
    void reviewOf(lesson).then((found) => isGone || setReview(found));
    return () => {
      isGone = true;
    };
  }, [lesson, revision, result]);

  const tryTo = async (over: number | null) => {
    setBusy(true);
    const outcome = await publish({ lesson, revision, note, ...(over !== null && { over }) });
    setBusy(false);
    if (outcome.ok) return setResult({ kind: 'published', version: outcome.version });
    if ('problems' in outcome) onProblems(outcome.problems);
    setResult({ kind: 'refused', reason: outcome.reason, version: 'version' in outcome ? outcome.version : null });
  };
  const ask = async () => {
    setBusy(true);
    const outcome = await askForReview({ lesson, revision, note });
    setBusy(false);
    setResult(outcome.ok ? { kind: 'asked' } : { kind: 'refused', reason: outcome.reason, version: null });
  };
  const isReady = isSaved && problems === 0 && !isBusy;

  return (
    <section className="card publish" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>
        {words.publishing.heading}
      </h2>
      {problems > 0 && <p className="notice alert">{words.publishing.problems(problems)}</p>}
      {!isSaved && <p className="soft">{words.publishing.notSaved}</p>}
      {review && <p className={review.state === 'sent-back' ? 'notice alert' : 'notice'}>{reviewWords(words, review)}</p>}
      <p>{middleWords(words, middle)}</p>
      <div className="field">
        <label htmlFor={`${id}-note`}>{words.publishing.note}</label>
        <input id={`${id}-note`} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className="actions">
        <button type="button" disabled={!isReady} onClick={() => void tryTo(null)}>
          {words.publishing.publish}
        </button>
        {result?.kind === 'refused' && result.reason === 'published-meanwhile' && (
          <button type="button" className="danger" disabled={!isReady} onClick={() => void tryTo(result.version)}>
            {words.publishing.over}
          </button>
        )}
        {result?.kind === 'refused' && result.reason === 'review-needed' && (
          <button type="button" className="quiet" disabled={!isReady} onClick={() => void ask()}>
            {words.publishing.ask}
          </button>
        )}
      </div>
      <div role="status">
        {result?.kind === 'published' && <p className="notice good">{words.publishing.done(result.version)}</p>}
        {result?.kind === 'asked' && <p className="notice good">{words.publishing.asked}</p>}
        {result?.kind === 'refused' && <p className="notice alert">{words.publishing.reasons[result.reason] ?? words.keep.serverFailed}</p>}
      </div>
    </section>
  );
}

/** Whom it meets in the middle; nothing is said before it is known. */
function middleWords({ publishing }: StudioWords, middle: number | null | 'unknown'): string {
  if (middle === null) return '';
  if (middle === 'unknown') return publishing.middleUnknown;
  return middle === 0 ? publishing.nobody : publishing.middle(middle);
}

function reviewWords({ publishing }: StudioWords, { state, by, reason, isOlder }: DraftReview): string {
  if (state === 'sent-back') return publishing.sentBack(by ?? '', reason);
  if (isOlder) return publishing.changedSince;
  return state === 'approved' ? publishing.approved(by ?? '') : publishing.asked;
}
