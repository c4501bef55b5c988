import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import lighthouse, { snapshot } from 'lighthouse';
import puppeteer from 'puppeteer-core';

export interface LighthouseScores {
  /** 0–100; null where this kind of look has no such category. */
  performance: number | null;
  accessibility: number;
  bestPractices: number;
  /** What keeps a score below 100, in Lighthouse's words. */
  faults: string[];
}

/** Whether a font with Chinese characters is installed; without one the page fetches its own, which a kiosk does not. */
export function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}

/** A Chromium that Lighthouse drives, with its default mobile throttling (a mid-range phone on slow 4G). */
export class LighthouseBrowser {
  private readonly browser: Awaited<ReturnType<typeof puppeteer.launch>>;
  private readonly profile: string;

  private constructor(browser: Awaited<ReturnType<typeof puppeteer.launch>>, profile: string) {
    this.browser = browser;
    this.profile = profile;
  }

  static async start(): Promise<LighthouseBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'furrow-lighthouse-'));
    const executablePath = await sparticuz.executablePath();
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'];
    return new LighthouseBrowser(await puppeteer.launch({ executablePath, args, userDataDir: profile, headless: true }), profile);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** Loads a page as somebody who was never here. */
  async load(url: string): Promise<LighthouseScores> {
    const port = Number(new URL(this.browser.wsEndpoint()).port);
    return scoresOf(await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'error' }));
  }

  /** Looks at a state that no address leads to: `arrive` brings the page there. Nothing is loaded, so there is no performance score. */
  async look(url: string, arrive: () => void): Promise<LighthouseScores> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(arrive);
    const result = await snapshot(page, { flags: { onlyCategories: CATEGORIES, logLevel: 'error' } });
    await page.close();
    return { ...scoresOf(result), performance: null };
  }
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

function scoresOf(result: Awaited<ReturnType<typeof lighthouse>>): LighthouseScores {
  if (!result) throw new Error('Lighthouse gave no result');
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(runtimeError.message);
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const faults = Object.values(audits)
    .filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== 'informative')
    .map((audit) => `${audit.id} ${audit.displayValue ?? ''} ${JSON.stringify(audit.details ?? {}).slice(0, 300)}`);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    faults,
  };
}

/** In the page: through every screen of a lesson to its finish, touching the first choice of each question, or everything there is to put in order. */
export function toTheFinish(): void {
  document.querySelector<HTMLElement>('[data-begin]')?.click();
  for (let screen = 0; screen < 60; screen += 1) {
    const question = document.querySelector('[data-screen]:not([hidden]) fieldset.question');
    question?.querySelector<HTMLInputElement>('input:not([type=text])')?.click();
    for (const item of question?.querySelectorAll<HTMLElement>('[data-item]') ?? []) item.click();
    document.querySelector<HTMLElement>('[data-screen]:not([hidden]) [data-check]')?.click();
    document.querySelector<HTMLElement>('[data-next]')?.click();
  }
}
