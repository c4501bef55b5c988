import type { Page } from 'playwright-core';

export type How = 'right' | 'wrong';

/** Answers the question on the screen, whatever kind it is, and has it checked. Gives the verdict; null where the screen asks nothing. */
export function answer(page: Page, how: How): Promise<string | null> {
  return page.evaluate((wanted) => {
    const screen = document.querySelector('[data-screen]:not([hidden]), [data-panel="question"]:not([hidden])');
    const all = screen?.querySelectorAll<HTMLElement>('fieldset.question') ?? [];
    const question = [...all].find((each) => !each.closest('[hidden]'));
    if (!screen || !question) return null;
    const right = JSON.parse(question.dataset.right ?? 'null') as unknown;
    const isRight = wanted === 'right';
    const values = [right].flat().map(String);
    const items = Array.from(question.querySelectorAll<HTMLElement>('button[data-item]'), ({ dataset }) => dataset.item ?? '');
    const inputs = [...question.querySelectorAll<HTMLInputElement>('input')];
    const number = inputs.find(({ type }) => type === 'text');
    if (items.length > 0) {
      // Things to put in order, or partners for what stands on the left, from top to bottom.
      const order = isRight ? values : [...values.slice(1), ...values.slice(0, 1)];
      for (const item of order) question.querySelector<HTMLElement>(`button[data-item="${item}"]`)?.click();
    } else if (number) number.value = isRight ? String((right as { value: number }).value) : '-1';
    else for (const input of inputs) if (values.includes(input.value) === isRight) input.click();
    screen.querySelector<HTMLElement>('[data-check]')?.click();
    return screen.querySelector('[data-verdict]')?.textContent ?? '';
  }, how);
}

/** From where the lesson stands to its finish, every question on the way answered as `how` says, in turn. */
export async function learnToTheFinish(page: Page, ...how: How[]): Promise<void> {
  const next = page.locator('[data-next]');
  let asked = 0;
  for (let step = 0; step < 60 && (await page.locator('.finish').isHidden()); step += 1) {
    if ((await answer(page, how[asked % how.length] ?? 'right')) !== null) asked += 1;
    await next.click();
  }
  await page.locator('[data-finished]:visible').waitFor();
}
