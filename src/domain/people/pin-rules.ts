/** What a PIN must not give away. */
interface PinOwner {
  birthYear: number | null;
  number: string;
}

/** Whether `pin` has the form of a PIN: four digits. */
export function isPin(pin: string): boolean {
  return /^[0-9]{4}$/.test(pin);
}

/**
 * Whether `pin` is among the first a guesser would try, whoever it belongs to: 1111, 1212, 1234, 4321, 7890, or a year someone alive
 * in `thisYear` may have been born in.
 */
export function isCommonPin(pin: string, thisYear: number): boolean {
  const digits = [...pin].map(Number);
  const step = (by: number) => digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + by + 10) % 10);
  const isPairTwice = pin.slice(0, 2) === pin.slice(2);
  return step(0) || step(1) || step(-1) || isPairTwice || (Number(pin) >= 1900 && Number(pin) <= thisYear);
}

/** Whether `pin` can be read off the owner's card or papers: the birth year, or a piece of the learner number. */
export function isOwnPin(pin: string, owner: PinOwner): boolean {
  return Number(pin) === owner.birthYear || owner.number.includes(pin);
}
