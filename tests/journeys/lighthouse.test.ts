import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultyProxy } from '../support/faulty-proxy.ts';
import { hasChineseFont, LighthouseBrowser, toTheFinish } from '../support/lighthouse.ts';
import { type Office, startOffice } from '../support/office.ts';

// How fast a page comes is measured by `npm run bench`; here stands what does not depend on the machine.
describe.skipIf(!hasChineseFont())('Lighthouse, on a machine with a Chinese font', () => {
  let office: Office;
  let proxy: FaultyProxy;
  let browser: LighthouseBrowser;
  beforeAll(async () => {
    office = await startOffice();
    // Chromium 147 tells DevTools that a document with a Referrer-Policy header was aborted, although it shows it.
    proxy = await FaultyProxy.before(office.server.port, 'referrer-policy');
    browser = await LighthouseBrowser.start();
  }, 180_000);
  afterAll(async () => {
    await browser?.stop();
    await proxy?.stop();
    await office?.server.stop();
  });

  const languages = process.env.FURROW_LONG === '1' ? ['zh', 'en'] : ['zh'];
  it.each(languages.flatMap((language) => [`/${language}/bases/mutouyingzi/`, `/${language}/lessons/drench-right/`]))(
    'finds nothing to mend at %s',
    async (path) => {
      expect(await browser.load(proxy.url + path)).toMatchObject({ accessibility: 100, bestPractices: 100 });
    },
    90_000,
  );

  it('finds nothing to mend at the finish', async () => {
    const url = `${proxy.url}/zh/lessons/drench-right/`;
    expect(await browser.look(url, toTheFinish)).toMatchObject({ accessibility: 100, bestPractices: 100 });
  }, 90_000);
});

if (!hasChineseFont()) process.stdout.write('Lighthouse is skipped: no Chinese font is installed\n');
