import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';

/** Adds a block at the end and answers its card. */
export async function addBlock(page: Page, kind: string): Promise<Locator> {
  const rows = page.locator('.row');
  const count = await rows.count();
  const last = rows.nth(count - 1);
  await last.locator('> .add .opener').click();
  await last.locator('.kinds').getByRole('button', { name: kind }).first().click();
  await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(count + 1);
  return rows.nth(count);
}

/** Writes the first line of text of a card in both languages, by hand. */
export async function writeLines(card: Locator, zh: string, en: string): Promise<void> {
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

/** Fills a field of a card in both languages. */
export async function fillBoth(card: Locator, label: string, zh: string, en: string): Promise<void> {
  for (const [language, words] of [
    ['zh', zh],
    ['en', en],
  ] as const)
    await card.locator(`.column[data-language="${language}"]`).getByLabel(label).first().fill(words);
}

/** Takes away every block behind the title and the line below it. */
export async function keepOpening(page: Page): Promise<void> {
  const rows = page.locator('.row');
  for (let left = await rows.count(); left > 2; left = await rows.count()) {
    await rows.last().getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(left - 1);
  }
}

/** A file let go over an element, as from the desktop. */
export async function dropFile(target: Locator, name: string, mimeType: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(
    ({ base64, ...file }) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], file.name, { type: file.mimeType }));
      return transfer;
    },
    { base64: bytes.toString('base64'), name, mimeType },
  );
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}

/** A photograph as a telephone makes it: large, and it tells where it was taken. */
export function photograph(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: colour } })
    .jpeg()
    .withExif({ IFD0: { Model: 'Telephone' }, IFD3: { GPSLatitude: '42/1 17/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer();
}
