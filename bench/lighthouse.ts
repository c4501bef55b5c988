import { FaultyProxy } from '../tests/support/faulty-proxy.ts';
import { hasChineseFont, LighthouseBrowser } from '../tests/support/lighthouse.ts';
import type { Figure } from './figures.ts';

const PAGES = { 'lighthouse-welcome': '/zh/bases/mutouyingzi/', 'lighthouse-lesson': '/zh/lessons/drench-right/' };

/** Lighthouse's performance score of a first visit on a mid-range phone, 0–100. Nothing where no Chinese font is installed. */
export async function lighthouseFigures(address: string): Promise<Figure[]> {
  if (!hasChineseFont()) {
    console.log('lighthouse is left out: no Chinese font is installed');
    return [];
  }
  const proxy = await FaultyProxy.before(Number(new URL(address).port), 'referrer-policy');
  const browser = await LighthouseBrowser.start();
  try {
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const value = (await browser.load(proxy.url + path)).performance ?? 0;
      figures.push({ name, value, unit: 'of 100', comparedTo: 'at least 95', ratio: value / 95 });
    }
    return figures;
  } finally {
    await browser.stop();
    await proxy.stop();
  }
}
