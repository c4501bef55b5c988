/** A field of a calculator. Numbers outside its limits are answered, never calculated with. */
export interface CalculatorField {
  name: string;
  min: number;
  max: number;
  step: number;
  /** What stands there at first; null for an empty field. */
  start: number | null;
  /** May stay empty. */
  isOptional?: boolean;
}

/** Values by field; an empty optional field is null. */
export type Values = Readonly<Record<string, number | null>>;

/** One calculator: its fields, and the sum in words, a sentence a line. */
export interface Calculator {
  fields: readonly CalculatorField[];
  /** The lines for values within their limits; the last one is the result. */
  lines(values: Values): string[];
}

/** The number in a field, 'empty', or 'bad' when it is none or outside the limits. A Chinese full stop or comma is a decimal point. */
export function readField(field: CalculatorField, text: string): number | 'empty' | 'bad' {
  const written = text.trim().replace(/[，,。．]/g, '.');
  if (written === '') return 'empty';
  const value = /^\d*\.?\d+$|^\d+\.$/.test(written) ? Number(written) : Number.NaN;
  return value >= field.min && value <= field.max ? value : 'bad';
}

/** One step up or down from what stands there, kept on the steps and within the limits; from an empty or bad field to its start or least. */
export function stepField(field: CalculatorField, text: string, direction: 1 | -1): number {
  const value = readField(field, text);
  if (typeof value !== 'number') return field.start ?? field.min;
  const steps = direction > 0 ? Math.floor(value / field.step + 1e-9) + 1 : Math.ceil(value / field.step - 1e-9) - 1;
  return Math.min(field.max, Math.max(field.min, round(steps * field.step, 2)));
}

/** Rounded half up to so many places, without the dust of binary fractions. */
export function round(value: number, places: number): number {
  // A sum of halves of a fen may end in …4999 in binary; twelve digits are more than any of these sums has.
  return Number(`${Math.round(Number(`${Number(value.toPrecision(12))}e${places}`))}e-${places}`);
}
