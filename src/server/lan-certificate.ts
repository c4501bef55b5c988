import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join } from 'node:path';
import { generate } from 'selfsigned';

const DAY_MS = 24 * 3600 * 1000;
const AUTHORITY_DAYS = 10 * 365;
/** The longest that every browser takes of a server's certificate, whoever signed it. */
const SERVER_DAYS = 825;

export interface LanCertificate {
  /** For the kiosks to trust, once. */
  authorityFile: string;
  certFile: string;
  keyFile: string;
  validUntil: Date;
}

/**
 * Makes, in `folder`, a certificate for the server's names and addresses on a base's network, signed by an authority of the township's own that the
 * kiosks are told to trust once. The authority is made the first time and kept, so that a renewed certificate needs no walk to the kiosks.
 */
export async function makeLanCertificate(folder: string, names: string[], now: Date): Promise<LanCertificate> {
  // The data folder around it stays open to the database's own user.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await ownAuthority(folder, now);
  const validUntil = new Date(now.getTime() + SERVER_DAYS * DAY_MS);
  const altNames = names.map((name) => (isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name }));
  const made = await generate([{ name: 'commonName', value: names[0] ?? 'furrow' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A kiosk whose clock is a little late must not find it not yet valid.
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: validUntil,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
    ca: { key: authority.key, cert: authority.cert },
  });
  const certFile = join(folder, 'furrow.crt');
  const keyFile = join(folder, 'furrow.key');
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return { authorityFile: authority.file, certFile, keyFile, validUntil };
}

async function ownAuthority(folder: string, now: Date): Promise<{ file: string; cert: string; key: string }> {
  const file = join(folder, 'furrow-authority.crt');
  const keyFile = join(folder, 'furrow-authority.key');
  if (existsSync(file) && existsSync(keyFile)) {
    const cert = readFileSync(file, 'utf8');
    const hasYears = new Date(new X509Certificate(cert).validTo).getTime() - now.getTime() > SERVER_DAYS * DAY_MS;
    if (hasYears) return { file, cert, key: readFileSync(keyFile, 'utf8') };
  }
  const name = [
    { name: 'commonName', value: 'Furrow 垄上学堂' },
    { name: 'organizationName', value: 'Furrow' },
  ];
  const made = await generate(name, {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(file, made.cert);
  return { file, cert: made.cert, key: made.private };
}
