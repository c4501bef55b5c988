import { createDecipheriv, createECDH, createHash, hkdfSync } from 'node:crypto';
import type { Secrets } from '../people/secrets.ts';

/** One record as a kiosk keeps and sends it: nobody but this server can read `sealed`. */
export interface SealedRecord {
  id: string;
  keyId: string;
  sealed: string;
}

const POINT = 65;
const IV = 12;
const TAG = 16;

/** The public half of the outbox key: an uncompressed P-256 point, base64url, and a short name for it. */
export function outboxPublicKey(secrets: Secrets): { keyId: string; publicKey: string } {
  const publicKey = keyPair(secrets).getPublicKey();
  return { keyId: createHash('sha256').update(publicKey).digest('hex').slice(0, 16), publicKey: publicKey.toString('base64url') };
}

/**
 * Opens records sealed by `src/kiosk/outbox/seal.ts`: ephemeral ECDH P-256, HKDF-SHA-256, AES-256-GCM with the record's id as additional data;
 * bytes are `point (65) · iv (12) · ciphertext · tag (16)`. What cannot be opened (another server's key, torn bytes) comes back as `record: null`.
 */
export function openSealed(secrets: Secrets, sealed: readonly SealedRecord[]): { id: string; record: unknown }[] {
  if (sealed.length === 0) return [];
  const pair = keyPair(secrets);
  const own = pair.getPublicKey();
  return sealed.map(({ id, sealed: text }) => {
    try {
      const bytes = Buffer.from(text, 'base64url');
      const point = bytes.subarray(0, POINT);
      const key = Buffer.from(hkdfSync('sha256', pair.computeSecret(point), Buffer.concat([point, own]), 'furrow-outbox-1', 32));
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(POINT, POINT + IV), { authTagLength: TAG });
      opener.setAAD(Buffer.from(id));
      opener.setAuthTag(bytes.subarray(-TAG));
      const record = JSON.parse(Buffer.concat([opener.update(bytes.subarray(POINT + IV, -TAG)), opener.final()]).toString()) as unknown;
      const isSame = typeof record === 'object' && record !== null && 'id' in record && record.id === id;
      return { id, record: isSame ? record : null };
    } catch {
      return { id, record: null };
    }
  });
}

function keyPair(secrets: Secrets) {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secrets.outboxKey);
  return pair;
}
