import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request } from 'node:https';
import { hostname } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLanCertificate } from '../../src/server/lan-certificate.ts';
import { readTls } from '../../src/server/read-tls.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { freePort, type RunningServer, runStart, startServer, temporaryFolder } from '../support/server.ts';

const NOW = new Date();
const NAMES = ['127.0.0.1', 'study.lan'];

describe('kiosks on a base’s network', () => {
  let folder: string;
  let files: Awaited<ReturnType<typeof makeLanCertificate>>;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = temporaryFolder();
    files = await makeLanCertificate(`${folder}/tls`, NAMES, NOW);
    server = await startServer({ isDemo: true, tls: files });
    const key = new X509Certificate(readFileSync(files.certFile)).publicKey.export({ type: 'spki', format: 'der' });
    const pin = Buffer.from(await crypto.subtle.digest('SHA-256', key)).toString('base64');
    // Stands for an authority the kiosk was told to trust; a page behind a mere warning gets no service worker.
    browser = await launchBrowser([`--ignore-certificate-errors-spki-list=${pin}`]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const visit = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: SIZES.kiosk, locale: 'zh-CN' })).newPage();
    await page.goto(address);
    return page;
  };

  it('reach the server under a certificate that whoever trusts the township’s authority accepts', async () => {
    const ca = readFileSync(files.authorityFile);
    const status = (options: object) =>
      new Promise((resolve) => {
        const sent = request(`${server.url}/api/health/`, options, (response) => resolve(response.resume().statusCode));
        sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code)).end();
      });
    expect(await status({ ca })).toBe(200);
    expect(await status({ ca, servername: 'study.lan' })).toBe(200);
    expect(await status({ ca, servername: 'elsewhere.lan' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await status({})).toMatch(/SELF_SIGNED|UNABLE_TO/);
  });

  it('renew the certificate without a walk to the kiosks', async () => {
    const authority = readFileSync(files.authorityFile, 'utf8');
    const before = readFileSync(files.certFile, 'utf8');
    const again = await makeLanCertificate(`${folder}/tls-copy`, [hostname()], NOW);
    expect(readFileSync(again.authorityFile, 'utf8')).not.toBe(authority);
    const renewed = await makeLanCertificate(`${folder}/tls-copy`, NAMES, new Date(NOW.getTime() + 300 * 86_400_000));
    expect(readFileSync(renewed.authorityFile, 'utf8')).toBe(readFileSync(again.authorityFile, 'utf8'));
    expect(readFileSync(renewed.certFile, 'utf8')).not.toBe(before);
    expect(
      new X509Certificate(readFileSync(renewed.certFile)).verify(new X509Certificate(readFileSync(again.authorityFile)).publicKey),
    ).toBe(true);
  });

  it('get it from a script that prints the line for this very township, and leaves its data folder open to the database', async () => {
    const dataDir = `${folder}/before-the-first-start`;
    const made = runStart({ DATA_DIR: dataDir }, 'scripts/make-lan-certificate.ts', ['study.lan']);
    expect((await made.ended).code).toBe(0);
    expect(made.output()).toContain(`DATA_DIR=${dataDir} TLS_CERT=${dataDir}/tls/furrow.crt TLS_KEY=${dataDir}/tls/furrow.key`);
    mkdirSync(`${folder}/any-folder`);
    expect(statSync(dataDir).mode).toBe(statSync(`${folder}/any-folder`).mode);
    expect(statSync(`${dataDir}/tls`).mode & 0o077).toBe(0);
  });

  it('hold their base, as on the server’s own screen', async () => {
    const page = await visit(`${server.url}/`);
    await page.goto(`${server.url}/zh/kiosk/`);
    await page.locator('[data-courses]', { hasText: '都存好了' }).waitFor();
    expect(await page.locator('[data-insecure]').isVisible()).toBe(false);
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === 'furrow_kiosk')?.secure).toBe(true);
  }, 60_000);

  it('are told on every page when they come without https', async () => {
    const plain = await startServer({ isDemo: true });
    // A name that is not localhost, as a kiosk on the network has it.
    const other = await launchBrowser([`--host-resolver-rules=MAP study.lan 127.0.0.1:${plain.port}`]);
    try {
      const page = await (await other.newContext({ viewport: SIZES.kiosk })).newPage();
      await page.goto('http://study.lan/zh/');
      await page.locator('[data-insecure]:visible', { hasText: '不安全' }).waitFor();
      // A page that is put in place of this one brings a notice of its own.
      await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
      await page.locator('.tiles a').first().click();
      await page.waitForURL('**/zh/bases/**');
      await page.locator('[data-insecure]:visible', { hasText: '不安全' }).waitFor();
      expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
      await page.goto('http://study.lan/en/kiosk/');
      await page.locator('[data-courses]', { hasText: 'Not secure' }).waitFor();
      expect(await page.locator('[data-insecure]').textContent()).toContain('not secure');
    } finally {
      await other.close();
      await plain.stop();
    }
  }, 120_000);

  it('refuses at the start, in one sentence, a key that is not the certificate’s, an ended certificate, a file that is none', async () => {
    const others = await makeLanCertificate(`${folder}/tls-other`, NAMES, NOW);
    const message = (given: { certFile: string; keyFile: string }, now = NOW) => {
      const outcome = readTls(given, now);
      return outcome.ok ? null : outcome.message;
    };
    const mixed = { certFile: files.certFile, keyFile: others.keyFile };
    expect(message(mixed)).toMatch(/does not belong to the certificate/);
    expect(message(files, new Date(files.validUntil.getTime() + 86_400_000))).toMatch(/ended on .* npm run lan-certificate\.$/);
    expect(message({ ...files, certFile: `${folder}/none.crt` })).toMatch(/^TLS_CERT and TLS_KEY must be files/);
    const start = await runStart({ TLS_CERT: mixed.certFile, TLS_KEY: mixed.keyFile, DATA_DIR: folder, PORT: String(await freePort()) })
      .ended;
    expect([start.code, start.errors.trim()]).toEqual([1, message(mixed)]);
    expect(readTls(files, NOW)).toMatchObject({ ok: true });
  }, 60_000);
});
