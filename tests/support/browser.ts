import { tmpdir } from 'node:os';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium, unpacked to the temporary folder the first time. Close it in afterAll. */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  process.env.HOME ??= tmpdir();
  const executablePath = await sparticuz.executablePath();
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run', ...more];
  return chromium.launch({ executablePath, args, headless: true });
}

/** The sizes every page is made for: a kiosk, an office screen, a phone. */
export const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  office: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};
