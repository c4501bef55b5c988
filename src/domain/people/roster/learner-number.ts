// Damm's quasigroup of order 10 (H. Michael Damm, 2004): catches every single wrong digit and every swap of neighbours.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** A learner number: five random digits and a check digit, so that numbers tell no order and a slip of the finger is noticed. */
export function makeLearnerNumber(randomInt: (below: number) => number): string {
  const digits = String(randomInt(100_000)).padStart(5, '0');
  return `${digits}${damm(digits)}`;
}

/** Whether `text` has the form of a learner number, check digit included. */
export function isLearnerNumber(text: string): boolean {
  return /^[0-9]{6}$/.test(text) && damm(text) === 0;
}

/** The check digit of `digits` (0–9); 0 for digits that end with their own. */
export function damm(digits: string): number {
  return [...digits].reduce((check, digit) => Number(DAMM[check]?.[Number(digit)]), 0);
}
