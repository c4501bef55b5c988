import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { deleteMedium } from '../../src/domain/lessons/media/delete-medium.ts';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { openStudio, savedFiles, signInHere, typeAtEnd, untilSaved } from '../support/studio.ts';
import { dropFile, photograph } from '../support/studio-blocks.ts';

const LESSON = 'ration-by-weight';
const SAVES = '**/_actions/studio.saveDraft**';

describe('a trainer deletes a picture that another is just putting into a lesson', () => {
  let office: Office;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startOffice(), launchBrowser()]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await office?.server.stop();
  });

  /** Deletes what was added to the base, as the media page does. */
  const deleteAdded = async () => {
    const db = connect(office.server.databaseUrl ?? '', 2);
    const { digest } = await db.selectFrom('base_medium').select('digest').executeTakeFirstOrThrow();
    const outcome = await deleteMedium(db, office.township.trainer, { base: 'mutouyingzi', digest }, new Date());
    await db.destroy();
    return outcome;
  };

  it('who writes is told which file is gone, loses no word, and finds the place in the list', async () => {
    const context = await browser.newContext({ viewport: SIZES.office });
    await signInHere(context, office, 'teacher');
    const page = await openStudio(context, office, LESSON);
    const rows = page.locator('.row');
    const count = await rows.count();
    await page.route(SAVES, (route) => route.abort());
    await dropFile(rows.nth(2), 'pen.jpg', 'image/jpeg', await photograph('#405060'));
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(count + 1);
    const name = await rows.nth(3).getByRole('combobox').inputValue();
    expect(name).toMatch(/^pen.*\.webp$/);
    await typeAtEnd(page, page.locator('.kind-text .line').first(), '图没了，字还在。');
    await page.getByText('waiting for the network').waitFor({ timeout: 20_000 });
    expect(await deleteAdded()).toEqual({ ok: true });

    await page.unroute(SAVES);
    await page.getByRole('button', { name: 'Save now' }).click();
    await page.getByText(`The file “${name}” was deleted from the base`).first().waitFor({ timeout: 20_000 });
    await untilSaved(page);
    const { zh } = await savedFiles(office, LESSON);
    expect(zh).toContain('图没了，字还在。');
    expect(zh).toContain(`src="${name}"`);
    await page.getByText('problems to mend').click();
    await page.locator('.problems li', { hasText: 'no picture is chosen, or it is not in this lesson' }).first().waitFor();
    await context.close();
  }, 120_000);
});
