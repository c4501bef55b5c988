import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../domain/people/secrets.ts';

/** The keys kept in `dataDir`/secrets.json, made at the first start. Losing the file makes every PIN and pass useless. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) saveSecrets(dataDir, { pepper: randomBytes(32), passKey: randomBytes(32) });
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Secrets, string>;
  return { pepper: Buffer.from(kept.pepper, 'base64'), passKey: Buffer.from(kept.passKey, 'base64') };
}

/** Writes them so that only the owner reads them, whole or not at all. */
export function saveSecrets(dataDir: string, { pepper, passKey }: Secrets): void {
  const file = join(dataDir, 'secrets.json');
  const text = JSON.stringify({ pepper: pepper.toString('base64'), passKey: passKey.toString('base64') });
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
