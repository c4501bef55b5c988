import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TOWNSHIP = [
  '',
  'farmers/',
  'farmers/import/',
  'farmers/merge/',
  'newcomers/',
  'codes/',
  'cards/?search=1',
  'villages/',
  'groups/',
  'requirements/',
  'kiosks/',
  'accounts/',
  'formula/',
];
const STUDIO = [
  '',
  'new/',
  'reviews/',
  'courses/new/',
  'courses/mutton-sheep-first-steps/',
  'pen-space/history/?from-version=1&to-version=1',
  'pen-space/questions/',
  'pen-space/preview/zh/',
];
const TRAINER = [
  '',
  'courses/mutton-sheep-first-steps/guide/',
  'courses/mutton-sheep-first-steps/skills/',
  'courses/mutton-sheep-first-steps/tests/',
  'lessons/pen-space/',
  'lessons/pen-space/figures/',
  'courses/mutton-sheep-first-steps/figures/',
  'publish/',
  'farmers/',
  'visits/',
  'rejected/',
  'quarantine/',
];

describe.each(['zh', 'en'])('the office pages in %s have no axe violation', (language) => {
  let office: Office;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startOffice(), launchBrowser()]);
    context = await browser.newContext({ bypassCSP: true });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  async function violations(path: string) {
    const page = await context.newPage();
    await page.goto(office.server.url + path);
    await page.evaluate(AXE);
    const found = (await page.evaluate(
      'axe.run().then((run) => run.violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    )) as string[];
    const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await page.close();
    return { path, found, sideways };
  }

  it('signed out, and to every reader of a handbook', async () => {
    const paths = ['/sign-in/', '/handbook/farmer/', '/handbook/trainer/', '/handbook/staff/'];
    for (const path of paths)
      expect(await violations(`${path}${path.includes('?') ? '&' : '?'}language=${language}`)).toMatchObject({ found: [], sideways: 0 });
  }, 60_000);

  it('signed in as administrator', async () => {
    const [name = '', value = ''] = (await office.signIn('admin')).split('=');
    await context.addCookies([{ name, value, url: office.server.url }]);
    const farmer = `/township/farmers/${office.farmer.learnerId}/`;
    const village = `/township/villages/${office.township.villageIds[0]}/`;
    const paths = [
      ...TOWNSHIP.map((page) => `/township/${page}`),
      ...TRAINER.map((page) => `/trainer/${page}`),
      ...STUDIO.map((page) => `/trainer/studio/${page}`),
      farmer,
      village,
    ];
    for (const path of paths)
      expect(await violations(`${path}${path.includes('?') ? '&' : '?'}language=${language}`)).toMatchObject({ found: [], sideways: 0 });
  }, 120_000);
});
