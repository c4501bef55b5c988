import './matching.ts';
import './ordering.ts';
import { part } from './page.ts';
import type { Happening } from './records.ts';

type Response = Extract<Happening, { response: unknown }>['response'];

/** A custom element inside a question that holds the farmer's answer by itself. */
interface OwnAnswer extends HTMLElement {
  /** Ids in the order given, null until everything has its place. */
  readonly response: string[] | null;
  hold(): void;
  clear(): void;
}

function ownAnswer(question: HTMLElement): OwnAnswer | null {
  return question.querySelector<OwnAnswer>('furrow-ordering, furrow-matching');
}

/** What the farmer entered in a question, null when nothing (or no number) yet. */
export function readResponse(question: HTMLElement): Response | null {
  const kind = question.dataset.kind;
  const own = ownAnswer(question);
  if (own) return own.response;
  if (kind === 'number') {
    const text = part<HTMLInputElement>(question, 'input')
      .value.trim()
      .replace(/[，,。]/g, '.');
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? null : value;
  }
  const chosen = Array.from(question.querySelectorAll<HTMLInputElement>('input:checked'), ({ value }) => value);
  const [first] = chosen;
  if (first === undefined) return null;
  if (kind === 'multiple-choice') return chosen;
  return kind === 'true-false' ? first === 'true' : first;
}

/** What to say while nothing, or not everything, was answered. */
export function whatIsMissing(question: HTMLElement, verdict: HTMLElement): string {
  return (ownAnswer(question) ? verdict.dataset.placeAll : verdict.dataset.chooseFirst) ?? '';
}

/** For the feedback on the spot; the server grades by itself. */
export function isRight(question: HTMLElement, response: Response): boolean {
  const right = JSON.parse(question.dataset.right ?? 'null') as unknown;
  if (typeof right === 'object' && right !== null && 'value' in right) {
    const { value, tolerance } = right as { value: number; tolerance: number };
    return Math.abs(Number(response) - value) <= tolerance + 1e-9;
  }
  const wanted = [right].flat().map(String);
  const given = [response].flat().map(String);
  if (!ownAnswer(question)) for (const answers of [wanted, given]) answers.sort();
  return wanted.join('\n') === given.join('\n');
}

/** Shows the feedback for what was chosen and holds the answer still until another try. */
export function showFeedback(question: HTMLElement, response: Response, right: boolean): void {
  const own = ownAnswer(question);
  own?.hold();
  const chosen = new Set(own || question.dataset.kind === 'number' ? [right ? 'right' : 'wrong'] : [response].flat().map(String));
  for (const words of question.querySelectorAll<HTMLElement>('.feedback')) words.hidden = !chosen.has(words.dataset.for ?? '');
  question.dataset.result = right ? 'right' : 'wrong';
  for (const input of question.querySelectorAll('input')) input.disabled = true;
}

/** Another try: the same question, empty again. */
export function resetQuestion(question: HTMLElement): void {
  delete question.dataset.result;
  ownAnswer(question)?.clear();
  for (const words of question.querySelectorAll<HTMLElement>('.feedback')) words.hidden = true;
  for (const input of question.querySelectorAll('input')) {
    input.disabled = false;
    input.checked = false;
    if (question.dataset.kind === 'number') input.value = '';
  }
}
