import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/server/env.ts';

const messageOf = (given: Record<string, string>) => {
  const outcome = readEnv(given);
  return outcome.ok ? null : outcome.message;
};

describe('the configuration', () => {
  it('is the demo on this machine alone when nothing is said', () => {
    const env = { host: '127.0.0.1', port: 4321, databaseUrl: null, dataDir: resolve('.furrow/demo'), isDemo: true, tls: null };
    expect(readEnv({})).toEqual({ ok: true, env });
  });

  it('is a real township as soon as a folder or a database is named', () => {
    expect(readEnv({ DATA_DIR: '/srv/furrow' })).toMatchObject({ env: { isDemo: false, dataDir: '/srv/furrow' } });
    expect(readEnv({ DATABASE_URL: 'postgres://a:b@db:5432/furrow' })).toMatchObject({ env: { isDemo: false } });
    expect(readEnv({ DATA_DIR: '/srv/furrow', DEMO: '1' })).toMatchObject({ env: { isDemo: true } });
    expect(readEnv({ DEMO: '0' })).toMatchObject({ env: { isDemo: false } });
  });

  it('shows a demo to the network only when DEMO=1 is said', () => {
    expect(messageOf({ HOST: '0.0.0.0' })).toContain('DEMO=1');
    expect(messageOf({ HOST: '0.0.0.0', DEMO: '1' })).toBeNull();
    expect(messageOf({ HOST: '0.0.0.0', DATA_DIR: '/srv/furrow' })).toBeNull();
    expect(messageOf({ HOST: 'localhost' })).toBeNull();
  });

  it('speaks HTTPS when a certificate and its key are named, and never half of it', () => {
    const tls = { certFile: '/srv/tls/furrow.crt', keyFile: '/srv/tls/furrow.key' };
    expect(readEnv({ DEMO: '0', TLS_CERT: tls.certFile, TLS_KEY: tls.keyFile })).toMatchObject({ env: { tls } });
    expect(messageOf({ TLS_CERT: tls.certFile })).toContain('TLS_KEY');
    expect(messageOf({ TLS_KEY: tls.keyFile })).toContain('TLS_CERT');
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['DATABASE_URL', 'nonsense'],
    ['DATABASE_URL', 'postgres://host-without-database'],
    ['DEMO', 'yes'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(messageOf({ [name]: value })).toMatch(new RegExp(`^${name}[^\n]*\\.$`));
  });
});
