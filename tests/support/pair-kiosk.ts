import type { Page } from 'playwright-core';
import type { Database } from '../../db/connect.ts';
import { createKiosk } from '../../src/domain/people/kiosks/create-kiosk.ts';
import type { Office } from './office.ts';

/** Makes a kiosk of the base mutouyingzi and pairs this browser with it, as staff and kiosk do; its courses are stored when it returns. Gives its id. */
export async function pairKiosk(page: Page, office: Office, db: Database, name = '前厅'): Promise<string> {
  const kiosk = await createKiosk(db, office.township.system, { name, baseId: 'mutouyingzi' }, new Date());
  if (!kiosk.ok) throw new Error(kiosk.reason);
  await page.goto(`${office.server.url}/zh/pair/`);
  await page.locator('#pairing-code').fill(kiosk.pairingCode);
  await page.locator('furrow-pair button').click();
  await page.waitForURL('**/zh/kiosk/');
  await page.locator('[data-courses]', { hasText: '都存好了' }).waitFor({ timeout: 60_000 });
  return kiosk.kioskId;
}
