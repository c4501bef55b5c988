import { createHash, randomBytes, randomInt } from 'node:crypto';

// No 0 and O, no 1, I and L: people read these off paper and type them.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A random code of `length` characters that cannot be misread. */
export function makeReadableCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Six random digits, for a farmer to choose a PIN with. */
export function makeDigitCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** 256 random bits, for a machine to keep. */
export function makeCredential(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a credential, a session id, or a readable code: SHA-256, in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A readable code as typed: spaces, dashes and small letters do not matter. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').slice(0, 40);
}
