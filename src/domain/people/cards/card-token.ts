import { randomInt } from 'node:crypto';

const RANDOM_DIGITS = 24;

/**
 * What a new card says: 24 random digits (80 bits) and two check digits (ISO 7064, MOD 97-10), by which a kiosk tells our card from any
 * other QR code without asking anyone. Digits alone, because a scanner types them rightly whatever the keyboard layout, Caps Lock or
 * input method; and 26 of them fit the smallest QR code with its second strongest error correction.
 */
export function makeCardToken(): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('');
  const check = 98n - ((BigInt(digits) * 100n) % 97n);
  return digits + String(check).padStart(2, '0');
}
