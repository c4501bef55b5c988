import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium } from 'playwright-core';

export interface KillableBrowser {
  context: BrowserContext;
  /** SIGKILL to every process of it at once: nothing is written, closed or said any more. */
  kill(): Promise<void>;
}

/** A real Chromium on a profile folder that stays, in a process group of its own, so that it can be killed as a pulled plug does. */
export async function launchKillable(profile: string): Promise<KillableBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  for (const left of ['DevToolsActivePort', 'SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, left), { force: true });
  const args = ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(await sparticuz.executablePath(), [...args, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const { pid } = child;
  if (!pid) throw new Error('the browser did not start');
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let port = '';
  for (let waited = 0; port === ''; waited += 100) {
    if (waited > 60_000) throw new Error('the browser did not open its door');
    await new Promise((done) => setTimeout(done, 100));
    try {
      port = readFileSync(portFile, 'utf8').split('\n')[0] ?? '';
    } catch {
      // Not written yet.
    }
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  return {
    context,
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
