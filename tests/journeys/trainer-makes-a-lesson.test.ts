import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, SIZES } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';
import { openStudio, savedFiles, signInHere, untilSaved } from '../support/studio.ts';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  [office, browser] = await Promise.all([startOffice(), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.server.stop();
});

it('a trainer who never saw markup makes a lesson with two questions in both languages, publishes it, and it is on the kiosk', async () => {
  const context = await browser.newContext({ viewport: SIZES.office });
  await signInHere(context, office, 'teacher');
  const page = await openStudio(context, office, 'pen-space');
  const rows = page.locator('.row');
  // The title and the line below it stay to be written over; the old blocks go.
  for (let left = await rows.count(); left > 2; left = await rows.count()) {
    await rows.last().getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(left - 1);
  }
  await write(rows.nth(0), '给羊剪毛', 'Shear your sheep');
  await write(rows.nth(1), '一年一次，天暖再剪。', 'Once a year, when it is warm.');

  await write(await add(page, 'Screen heading'), '先看天', 'Look at the sky first');
  await write(await add(page, 'Text'), '下雨不剪，刮风不剪。', 'Not in rain and not in wind.');
  const picture = await add(page, 'Picture');
  await picture.getByRole('combobox', { name: 'Picture' }).selectOption('cover.svg');
  await fill(picture, 'What the picture shows', '羊圈里的羊', 'Sheep in a pen');
  await write(await add(page, 'Tip'), '剪子要磨快。', 'Sharpen the shears.');

  const single = await add(page, 'One right answer');
  await single.getByLabel('Objective it tests').selectOption({ index: 1 });
  await fill(single, 'The question', '哪天剪毛？', 'Which day is for shearing?');
  const choices = single.locator('.parts > li');
  await write(choices.nth(0), '下雨天', 'A rainy day');
  await fill(choices.nth(0), 'What to say', '湿羊会着凉。', 'A wet sheep takes cold.');
  await write(choices.nth(1), '大晴天', 'A sunny day');
  await fill(choices.nth(1), 'What to say', '对。', 'Right.');

  const statement = await add(page, 'True or not');
  await statement.getByLabel('Objective it tests').selectOption({ index: 1 });
  await fill(statement, 'The question', '刮大风也能剪。', 'A storm is no hindrance.');
  await fill(statement, 'What to say to “true”', '风大羊冷。', 'In a storm the sheep is cold.');
  await fill(statement, 'What to say to “not true”', '对，等风停。', 'Right, wait for it to end.');
  await statement.getByLabel('Not true', { exact: true }).check();

  await page.locator('.about summary').click();
  const objectives = page.getByRole('group', { name: 'What one can do afterwards' });
  for (let left = 3; left > 1; left -= 1) await objectives.getByRole('button', { name: `Remove ${left}` }).click();
  await untilSaved(page);

  // Something was forgotten: it is said in plain words, and a click leads there.
  await page.getByText('to mend').click();
  await page.locator('.problems li', { hasText: 'Question 1 · Chinese: has no right answer' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Publish…' }).click();
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
  await choices.nth(1).getByRole('radio', { name: 'Right answer' }).check();
  await page.getByText('No problems found').waitFor({ timeout: 20_000 });
  await page.getByLabel('What changed').fill('新课');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Published as version 2').waitFor({ timeout: 20_000 });
  // Which choice is right was said once and holds for both languages.
  const saved = await savedFiles(office, 'pen-space');
  for (const text of [saved.zh, saved.en]) expect(text).toMatch(/<Choice id="b" feedback="[^"]*" right>/);
  await context.close();

  const kiosk = await (await browser.newContext({ viewport: SIZES.kiosk })).newPage();
  for (const [language, title, right] of [
    ['zh', '给羊剪毛', '大晴天'],
    ['en', 'Shear your sheep', 'A sunny day'],
  ] as const) {
    await kiosk.goto(`${office.server.url}/${language}/lessons/pen-space/`);
    await kiosk.getByRole('heading', { name: title }).first().waitFor();
    expect(await kiosk.locator('.choice', { hasText: right }).count()).toBe(1);
    expect(await kiosk.locator('fieldset.question').count()).toBe(2);
  }
}, 180_000);

/** Adds a block at the end and answers its card. */
async function add(page: Page, kind: string): Promise<Locator> {
  const rows = page.locator('.row');
  const count = await rows.count();
  const last = rows.nth(count - 1);
  await last.locator('> .add .opener').click();
  await last.locator('.kinds').getByRole('button', { name: kind }).first().click();
  await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(count + 1);
  return rows.nth(count);
}

/** Writes the lines of text of a card in both languages, by hand. */
async function write(card: Locator, zh: string, en: string): Promise<void> {
  for (const [language, words] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const line = card.locator(`.column[data-language="${language}"] .line`).first();
    await line.focus();
    await line.press('Control+a');
    await line.pressSequentially(words);
  }
}

async function fill(card: Locator, label: string, zh: string, en: string): Promise<void> {
  for (const [language, words] of [
    ['zh', zh],
    ['en', en],
  ] as const)
    await card.locator(`.column[data-language="${language}"]`).getByLabel(label).first().fill(words);
}
