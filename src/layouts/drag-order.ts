import { actions } from 'astro:actions';
import { moved } from './moved.ts';

// With a script an order changes where it stands, by dragging or by the buttons, and the keys stay where they were. Without one the buttons send the form.
for (const list of document.querySelectorAll<HTMLElement>('ol.order[data-course]')) {
  let held: HTMLElement | null = null;
  let before: HTMLElement[] = [];
  for (const item of itemsOf(list)) {
    item.draggable = true;
    item.addEventListener('dragstart', (event) => {
      held = item;
      before = itemsOf(list);
      item.toggleAttribute('data-held', true);
      event.dataTransfer?.setData('text/plain', item.dataset.lesson ?? '');
    });
    item.addEventListener('dragend', () => {
      held?.removeAttribute('data-held');
      if (held) keep(list, before);
      held = null;
    });
    item.addEventListener('dragover', (event) => {
      if (!held) return;
      event.preventDefault();
      if (held === item) return;
      const { top, height } = item.getBoundingClientRect();
      item[event.clientY < top + height / 2 ? 'before' : 'after'](held);
    });
    item.addEventListener('drop', (event) => event.preventDefault());
    item.querySelector('form')?.addEventListener('submit', (event) => {
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
      if (button?.value !== 'up' && button?.value !== 'down') return;
      event.preventDefault();
      before = itemsOf(list);
      const order = moved(lessonsOf(before), item.dataset.lesson ?? '', button.value === 'up' ? -1 : 1);
      show(list, order);
      (button.disabled ? otherOf(button) : button)?.focus();
      keep(list, before);
    });
  }
}

/** Two orders that are sent at once could arrive the other way round: each waits for the one before. */
let sent: Promise<void> = Promise.resolve();

function keep(list: HTMLElement, before: HTMLElement[]): void {
  const lessons = lessonsOf(itemsOf(list));
  if (lessons.join() === lessonsOf(before).join()) return;
  show(list, lessons);
  const status = document.querySelector('[data-order-status]');
  if (status) status.textContent = '';
  sent = sent.then(() => send(list, lessons, before));
}

async function send(list: HTMLElement, lessons: string[], before: HTMLElement[]): Promise<void> {
  const answer = await actions.studio.orderLessons({ course: list.dataset.course ?? '', lessons }).catch(() => null);
  const isKept = answer?.data?.ok === true;
  if (!isKept) show(list, lessonsOf(before));
  const status = document.querySelector('[data-order-status]');
  if (status) status.textContent = (isKept ? list.dataset.moved : list.dataset.refused) ?? '';
}

/** Puts the list into this order; the forms that also work without a script follow it. */
function show(list: HTMLElement, order: string[]): void {
  const focused = document.activeElement;
  const items = new Map(itemsOf(list).map((item) => [item.dataset.lesson ?? '', item]));
  order.forEach((lesson, at) => {
    const item = items.get(lesson);
    if (!item) return;
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    for (const field of item.querySelectorAll<HTMLInputElement>('input[name="order"]')) field.value = order.join(' ');
    for (const button of item.querySelectorAll<HTMLButtonElement>('button'))
      if (button.value === 'up' || button.value === 'down') button.disabled = at === (button.value === 'up' ? 0 : order.length - 1);
  });
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}

function otherOf(button: HTMLButtonElement): HTMLButtonElement | null {
  return button.form?.querySelector<HTMLButtonElement>(`button[value="${button.value === 'up' ? 'down' : 'up'}"]`) ?? null;
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>(':scope > li'));
}

function lessonsOf(items: HTMLElement[]): string[] {
  return items.map((item) => item.dataset.lesson ?? '');
}
