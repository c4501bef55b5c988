import type { Day } from '../../../db/schema.ts';

/** As many as the formula of "remembered" judges: 2 of 3 right. More would be an exam. */
const QUESTIONS = 3;
const OBJECTIVES = 2;

/** A question the farmer answered before, and the day of the evidence it gave. */
export interface ReviewCandidate {
  lessonId: string;
  /** The version kiosks show now; what makes the answer right is the same as when it was learned. */
  version: number;
  questionId: string;
  objective: string;
  askedOn: Day;
}

/**
 * The questions of one review: three, over at least two objectives, those not asked for longest first. Null when a topic has too few, because
 * fewer could never show that it was kept (domain.md, awareness progress 5).
 */
export function chooseReview(candidates: readonly ReviewCandidate[]): ReviewCandidate[] | null {
  const waiting = [...candidates].sort(byAge);
  const chosen: ReviewCandidate[] = [];
  const asked = new Map<string, number>();
  const timesAsked = ({ lessonId, objective }: ReviewCandidate) => asked.get(`${lessonId} ${objective}`) ?? 0;
  while (chosen.length < QUESTIONS && waiting.length > 0) {
    const fewest = Math.min(...waiting.map(timesAsked));
    const [next] = waiting.splice(
      waiting.findIndex((candidate) => timesAsked(candidate) === fewest),
      1,
    );
    if (!next) break;
    asked.set(`${next.lessonId} ${next.objective}`, fewest + 1);
    chosen.push(next);
  }
  return chosen.length === QUESTIONS && asked.size >= OBJECTIVES ? chosen : null;
}

function byAge(a: ReviewCandidate, b: ReviewCandidate): number {
  return compare(a.askedOn, b.askedOn) || compare(a.lessonId, b.lessonId) || compare(a.questionId, b.questionId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
