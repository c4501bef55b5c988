import { createHash } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

export interface OwnPage {
  html: string;
  bytes: number;
  /** SHA-256 of the bytes, 64 hex digits. */
  digest: string;
}

/**
 * A page as every kiosk gets it, asked of our own front door (FURROW_SELF, set when it listens), where it is mostly in memory already.
 * Null when it is not answered with 200.
 */
export function ownPage(path: string): Promise<OwnPage | null> {
  const self = process.env.FURROW_SELF;
  if (!self) throw new Error('the server is started by src/server/start.ts');
  const url = new URL(path, self);
  const ask = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    // To itself it need not prove who it is: the certificate names the kiosks' address, not this one.
    const sent = ask(url, { rejectUnauthorized: false, headers: { accept: 'text/html' }, timeout: 30_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) return resolve(null);
        const body = Buffer.concat(chunks);
        resolve({ html: body.toString('utf8'), bytes: body.length, digest: createHash('sha256').update(body).digest('hex') });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`${path} was not answered`)));
    sent.on('error', reject);
    sent.end();
  });
}
