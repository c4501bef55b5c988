import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

interface PassHolder {
  townshipId: string;
  learnerId: string;
  kioskId: string;
}

/**
 * A pass says: this learner signed in with their PIN at this kiosk at this time. `body.signature`, both base64url, so it fits a cookie
 * and a learning record that is sent long after sign-out.
 */
export function makePass(secrets: Secrets, holder: PassHolder, now: Date): string {
  const body = Buffer.from([holder.townshipId, holder.learnerId, holder.kioskId, now.getTime()].join('|')).toString('base64url');
  return `${body}.${sign(secrets, body).toString('base64url')}`;
}

/** Who a pass speaks of, or null when we did not sign it. Callers judge `issuedAt` themselves: a record may come days late. */
export function readPass(secrets: Secrets, pass: string): (PassHolder & { issuedAt: Date }) | null {
  const [body, signature, ...rest] = pass.split('.');
  if (!body || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secrets, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [townshipId, learnerId, kioskId, issued] = Buffer.from(body, 'base64url').toString().split('|');
  if (!townshipId || !learnerId || !kioskId || !issued) return null;
  return { townshipId, learnerId, kioskId, issuedAt: new Date(Number(issued)) };
}

function sign(secrets: Secrets, body: string): Buffer {
  return createHmac('sha256', secrets.passKey).update(`pass:${body}`).digest();
}
