// Damm's quasigroup of order 10 (H. Michael Damm, 2004), as src/domain/people/roster/learner-number.ts has it: needs no network.
const DAMM =
  '0317598642' +
  '7092154863' +
  '4206871359' +
  '1750983426' +
  '6123045978' +
  '3674209581' +
  '5869720134' +
  '8945362017' +
  '9438617205' +
  '2581436790';

/** Whether the last of these digits checks the others: one wrong digit, or two neighbours swapped, and it does not. */
export function hasRightCheckDigit(digits: string): boolean {
  return [...digits].reduce((check, digit) => Number(DAMM[check * 10 + Number(digit)]), 0) === 0;
}
