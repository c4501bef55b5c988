import { createHmac, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Secrets } from './secrets.ts';

// OWASP's password storage cheat sheet: argon2id with 19 MiB, two passes, one lane.
const ARGON = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

// The hash of random bytes nobody kept, with the parameters above: checking against it takes as long as a real check and never succeeds.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$NFuMpzzusrl9NxOlNbcZNA$5GgvwGrzb2hSL3vmFRV2LFKtbFNSWL0Jq0/VZ6gq39Y';

interface LearnerKey {
  townshipId: string;
  learnerId: string;
}

/** What is stored of a PIN: HMAC with the pepper, then argon2id. Ten thousand PINs are quickly tried, so the pepper does the guarding. */
export function hashPin(secrets: Secrets, owner: LearnerKey, pin: string): Promise<string> {
  return hash(pepperedPin(secrets, owner, pin), ARGON);
}

/** Whether `pin` is right. Takes equally long when there is no such learner or no PIN yet (`storedHash` null). */
export async function isRightPin(secrets: Secrets, owner: LearnerKey, pin: string, storedHash: string | null): Promise<boolean> {
  const isRight = await verify(storedHash ?? NOBODY, pepperedPin(secrets, owner, pin));
  return isRight && storedHash !== null;
}

/** What is stored of a one-time code. */
export function hashCode(secrets: Secrets, owner: LearnerKey, code: string): string {
  return peppered(secrets, 'code', owner, code).toString('hex');
}

/** Whether `code` is right; equally long when there is none. */
export function isRightCode(secrets: Secrets, owner: LearnerKey, code: string, storedHash: string | null): boolean {
  const given = peppered(secrets, 'code', owner, code);
  const stored = Buffer.from(storedHash ?? '0'.repeat(64), 'hex');
  return timingSafeEqual(given, stored) && storedHash !== null;
}

/** The key under which tries of one PIN (or code) across a township are counted; it does not give the PIN away. */
export function triedSecretKey(secrets: Secrets, townshipId: string, kind: 'pin' | 'code', secret: string): string {
  return peppered(secrets, `tried-${kind}`, { townshipId, learnerId: '' }, secret).toString('base64url');
}

/** An account's password as stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON);
}

/** Whether `password` is right; equally long when there is no such account (`storedHash` null). */
export async function isRightPassword(password: string, storedHash: string | null): Promise<boolean> {
  const isRight = await verify(storedHash ?? NOBODY, password);
  return isRight && storedHash !== null;
}

// argon2 takes text: raw bytes are mostly no valid UTF-8.
function pepperedPin(secrets: Secrets, owner: LearnerKey, pin: string): string {
  return peppered(secrets, 'pin', owner, pin).toString('base64url');
}

function peppered(secrets: Secrets, use: string, owner: LearnerKey, secret: string): Buffer {
  return createHmac('sha256', secrets.pepper).update([use, owner.townshipId, owner.learnerId, secret].join('|')).digest();
}
