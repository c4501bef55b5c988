import { createECDH, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../domain/people/secrets.ts';

/** The keys kept in `dataDir`/secrets.json, made at the first start. Losing the file makes every PIN, pass and sealed record useless. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) saveSecrets(dataDir, makeSecrets());
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const secrets = secretsFrom(kept);
  // A folder from before there was an outbox.
  if (!kept.outboxKey) saveSecrets(dataDir, secrets);
  return secrets;
}

/** The keys as they are kept in a file or a backup: base64 by name. One that came with a later version is made. */
export function secretsFrom(kept: Record<string, string>): Secrets {
  const { pepper, passKey, outboxKey } = kept;
  if (!pepper || !passKey) throw new Error('The secrets lack a key: restore secrets.json from a backup.');
  return {
    pepper: Buffer.from(pepper, 'base64'),
    passKey: Buffer.from(passKey, 'base64'),
    outboxKey: outboxKey ? Buffer.from(outboxKey, 'base64') : makeOutboxKey(),
  };
}

export function makeSecrets(): Secrets {
  return { pepper: randomBytes(32), passKey: randomBytes(32), outboxKey: makeOutboxKey() };
}

/** Writes them so that only the owner reads them, whole or not at all. */
export function saveSecrets(dataDir: string, { pepper, passKey, outboxKey }: Secrets): void {
  const file = join(dataDir, 'secrets.json');
  const text = JSON.stringify({
    pepper: pepper.toString('base64'),
    passKey: passKey.toString('base64'),
    outboxKey: outboxKey.toString('base64'),
  });
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function makeOutboxKey(): Buffer {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // OpenSSL drops leading zeros; the key is 32 bytes.
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
}
