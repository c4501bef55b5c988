import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type TlsOutcome = { ok: true; cert: string; key: string } | { ok: false; message: string };

/** The certificate and key as PEM text, checked before anything is opened; the message is one sentence for the console. */
export function readTls({ certFile, keyFile }: { certFile: string; keyFile: string }, now: Date): TlsOutcome {
  try {
    const cert = readFileSync(certFile, 'utf8');
    const key = readFileSync(keyFile, 'utf8');
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key)))
      return refuse(`TLS_KEY ${keyFile} does not belong to the certificate ${certFile}.`);
    if (new Date(certificate.validTo) < now)
      return refuse(`The certificate ${certFile} ended on ${certificate.validTo}: make a new one with npm run lan-certificate.`);
    return { ok: true, cert, key };
  } catch (error) {
    return refuse(`TLS_CERT and TLS_KEY must be files with a certificate and its key (PEM): ${(error as Error).message}`);
  }
}

function refuse(message: string): TlsOutcome {
  return { ok: false, message };
}
